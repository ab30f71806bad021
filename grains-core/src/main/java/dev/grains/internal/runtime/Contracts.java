package dev.grains.internal.runtime;

import dev.grains.GrainDefinitionException;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Contract;
import java.util.concurrent.ConcurrentHashMap;

/** The contracts that a runtime knows, each checked once. Thread-safe. */
final class Contracts {

  private final Codecs codecs;
  private final ConcurrentHashMap<Class<?>, Contract> byClass = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Class<?>> byName = new ConcurrentHashMap<>();

  Contracts(Codecs codecs) {
    this.codecs = codecs;
  }

  Contract of(Class<?> type) {
    Contract known = byClass.get(type);
    return known != null ? known : add(type);
  }

  private Contract add(Class<?> type) {
    Contract contract = Contract.of(type, codecs);
    Class<?> other = byName.putIfAbsent(contract.typeName(), type);
    if (other != null && other != type) {
      throw new GrainDefinitionException(
          "two contracts have the name '"
              + contract.typeName()
              + "': "
              + other.getName()
              + " and "
              + type.getName()
              + "; give each its own name with @Grain");
    }
    Contract first = byClass.putIfAbsent(type, contract);
    return first == null ? contract : first;
  }
}
