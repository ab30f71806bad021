package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the test has put in place of the other grains. */
final class StandIns {

  private final Codecs codecs;
  private final Map<GrainId, Object> objects = new HashMap<>();

  StandIns(Codecs codecs) {
    this.codecs = codecs;
  }

  Contract contract(Class<?> type) {
    return Contract.of(type, codecs);
  }

  void put(Class<?> contract, String key, Object object) {
    objects.put(new GrainId(contract(contract).typeName(), key), object);
  }

  boolean has(GrainId id) {
    return objects.containsKey(id);
  }

  @Nullable Object call(GrainId id, ContractMethod method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.method().invoke(objects.get(id), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
