package dev.grains.internal.codec;

import java.lang.reflect.Type;
import java.util.List;

/** The door to codecs: makes each once and keeps it. Thread-safe. */
public final class Codecs {

  public Codecs() {}

  /**
   * Returns the codec of a declared type.
   *
   * @param type the type, free of type variables
   * @param where what has this type, for messages: "parameter 1 of dev.x.Account.deposit(long)"
   * @return the codec
   * @throws dev.grains.GrainDefinitionException if values of the type cannot be sent, with where,
   *     which type, why and the remedy
   */
  public ValueCodec codec(Type type, String where) {
    throw new UnsupportedOperationException("codecs are not there yet");
  }

  /**
   * Returns the codec of failures.
   *
   * @param declared the types that arrive as themselves beside those that always do, normally the
   *     {@code throws} clause of a contract method
   * @return the codec
   */
  public ThrowableCodec throwables(List<Class<? extends Throwable>> declared) {
    throw new UnsupportedOperationException("codecs are not there yet");
  }
}
