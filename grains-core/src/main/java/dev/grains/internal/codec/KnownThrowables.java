package dev.grains.internal.codec;

import dev.grains.internal.codec.DeclaredThrowable.Rebuilt;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Types of exceptions that may arrive as themselves. Thread-safe. */
final class KnownThrowables {

  private final Map<String, DeclaredThrowable> byName = new ConcurrentHashMap<>();
  private final Set<Class<?>> rebuilt = ConcurrentHashMap.newKeySet();

  /** Adds a type, and those that it permits if it is sealed. */
  void add(Class<? extends Throwable> type, Codecs codecs) {
    DeclaredThrowable shape = DeclaredThrowable.of(type, codecs);
    byName.put(type.getName(), shape);
    if (shape instanceof Rebuilt) {
      rebuilt.add(type);
    }
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        add(permitted.asSubclass(Throwable.class), codecs);
      }
    }
  }

  @Nullable DeclaredThrowable find(String className) {
    return byName.get(className);
  }

  /** Whether exceptions of exactly this class can be built again. */
  boolean rebuilds(Class<?> type) {
    return rebuilt.contains(type);
  }
}
