package dev.grains.internal.codec;

import dev.grains.GrainId;

/** Writes and reads the failures of one contract method. Thread-safe. */
public final class ThrowableCodec {

  ThrowableCodec() {}

  public boolean arrivesAsItself(Class<?> throwableClass) {
    throw new UnsupportedOperationException("codecs are not there yet");
  }

  public void write(Throwable failure, GrainId id, WireWriter out) {
    throw new UnsupportedOperationException("codecs are not there yet");
  }

  public Throwable read(WireReader in, GrainId id) {
    throw new UnsupportedOperationException("codecs are not there yet");
  }
}
