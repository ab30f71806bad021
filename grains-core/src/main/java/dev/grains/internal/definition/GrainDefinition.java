package dev.grains.internal.definition;

import dev.grains.GrainOptions;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.ValueCodec;
import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A grain type hosted here, checked: contract, class, factory and options. Immutable. */
public final class GrainDefinition {

  private GrainDefinition() {}

  public static GrainDefinition of(
      Contract contract, Supplier<?> factory, GrainOptions options, Codecs codecs) {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public GrainType type() {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public Contract contract() {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public GrainOptions options() {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public Object newInstance(GrainContext context) {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public @Nullable Object invoke(ContractMethod method, Object grain, @Nullable Object[] args)
      throws Throwable {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public ValueCodec stateCodec() {
    throw new UnsupportedOperationException("definitions are not there yet");
  }

  public ValueCodec eventCodec() {
    throw new UnsupportedOperationException("definitions are not there yet");
  }
}
