package dev.grains.internal.definition;

import dev.grains.internal.codec.ThrowableCodec;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One method of a contract. Immutable. */
public final class ContractMethod {

  private ContractMethod() {}

  public int id() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public String signature() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public Method method() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public boolean query() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public boolean oneWay() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public boolean async() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public byte[] encodeArguments(@Nullable Object @Nullable [] args) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public @Nullable Object[] decodeArguments(byte[] bytes) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public void writeResult(@Nullable Object value, WireWriter out) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public @Nullable Object readResult(WireReader in) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public ThrowableCodec throwables() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }
}
