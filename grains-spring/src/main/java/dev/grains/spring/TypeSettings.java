package dev.grains.spring;

import dev.grains.GrainOptions;
import dev.grains.Storage;
import dev.grains.spring.GrainsProperties.Type;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts the properties of a grain type over the options of its registration. */
final class TypeSettings {

  private final GrainsProperties properties;
  private final StorageSettings storage;

  TypeSettings(GrainsProperties properties, StorageSettings storage) {
    this.properties = properties;
    this.storage = storage;
  }

  /** Refuses settings of types that are not hosted. */
  void checkNames(Set<String> hosted) {
    for (String name : properties.types().keySet()) {
      if (!hosted.contains(name)) {
        throw InvalidProperty.of(
            "types." + name,
            name,
            "No grain type has this name. Hosted are " + new TreeSet<>(hosted) + ".");
      }
    }
  }

  GrainOptions options(String type, GrainOptions registered) {
    Type own = properties.types().get(type);
    return own == null ? registered : over(registered, own, "types." + type);
  }

  private GrainOptions over(GrainOptions options, Type own, String prefix) {
    GrainOptions result = options;
    if (own.idleTimeout() != null) {
      result =
          result.withIdleTimeout(
              InvalidProperty.positive(own.idleTimeout(), prefix + ".idle-timeout"));
    }
    if (own.maxActive() != null) {
      result =
          result.withMaxActive(InvalidProperty.atLeast(1, own.maxActive(), prefix + ".max-active"));
    }
    if (own.policy() != null) {
      result = result.withPolicy(own.policy());
    }
    if (own.idempotencyRetention() != null) {
      result =
          result.withIdempotencyRetention(
              InvalidProperty.positive(
                  own.idempotencyRetention(), prefix + ".idempotency-retention"));
    }
    Storage kept = storage(own, prefix);
    return kept == null ? result : result.withStorage(kept);
  }

  private @Nullable Storage storage(Type own, String prefix) {
    if (own.store() == null && own.backupCount() == null) {
      return null;
    }
    StoreChoice choice = own.store() == null ? properties.store() : own.store();
    int backups = own.backupCount() == null ? properties.backupCount() : own.backupCount();
    return storage.storage(choice, prefix + ".store", backups, prefix + ".backup-count");
  }
}
