package dev.grains.internal.definition;

import dev.grains.internal.codec.Codecs;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract that was checked: its name and its methods. Immutable. */
public final class Contract {

  private Contract() {}

  public static Contract of(Class<?> contract, Codecs codecs) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public String typeName() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public Class<?> type() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public List<ContractMethod> methods() {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public ContractMethod method(Method method) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }

  public @Nullable ContractMethod byId(int id) {
    throw new UnsupportedOperationException("contracts are not there yet");
  }
}
