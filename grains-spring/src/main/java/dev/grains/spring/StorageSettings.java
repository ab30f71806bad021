package dev.grains.spring;

import dev.grains.Storage;
import dev.grains.spi.GrainStore;
import org.jspecify.annotations.Nullable;

/** Turns the choice of a store into the store. */
final class StorageSettings {

  private static final int MOST_BACKUPS = 6;

  private final @Nullable GrainStore store;

  /**
   * Creates the settings.
   *
   * @param store the store of the application context, if it has one
   */
  StorageSettings(@Nullable GrainStore store) {
    this.store = store;
  }

  Storage storage(StoreChoice choice, String property, int backups, String backupsProperty) {
    if (backups < 0 || backups > MOST_BACKUPS) {
      throw InvalidProperty.of(backupsProperty, backups, "It must be 0 to " + MOST_BACKUPS + ".");
    }
    return switch (choice) {
      case NONE -> Storage.none();
      case REPLICATED -> Storage.replicated(backups);
      case AUTO -> store == null ? Storage.replicated(backups) : Storage.in(store);
      case JDBC -> jdbc(property);
    };
  }

  private Storage jdbc(String property) {
    if (store == null) {
      throw InvalidProperty.of(
          property,
          "jdbc",
          "There is no store: it takes grains-jdbc on the class path and a DataSource bean.");
    }
    return Storage.in(store);
  }
}
