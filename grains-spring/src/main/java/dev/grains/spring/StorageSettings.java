package dev.grains.spring;

import dev.grains.Storage;
import dev.grains.spi.GrainStore;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Turns the choice of a store into the store. */
final class StorageSettings {

  private static final Logger log = LoggerFactory.getLogger(StorageSettings.class);
  private static final int MOST_BACKUPS = 6;
  private static final String JDBC_STORE = "dev.grains.jdbc.JdbcGrainStore";

  private final @Nullable GrainStore store;
  private final List<String> databases;

  /**
   * Creates the settings.
   *
   * @param store the store of the application context, if it has one
   * @param databases the names of the data sources that one could be made of
   */
  StorageSettings(@Nullable GrainStore store, List<String> databases) {
    this.store = store;
    this.databases = databases;
  }

  static StorageSettings of(ApplicationContext context, StoreChoice choice) {
    GrainStore store = context.getBeanProvider(GrainStore.class).getIfAvailable();
    boolean jdbc = ClassUtils.isPresent(JDBC_STORE, context.getClassLoader());
    List<String> databases =
        jdbc ? List.of(context.getBeanNamesForType(DataSource.class)) : List.of();
    if (jdbc && choice == StoreChoice.AUTO && store == null && databases.isEmpty()) {
      log.warn(
          "grains-jdbc is on the class path, but there is no DataSource bean: grains are kept in the"
              + " memory of the cluster; configure one, or set grains.store=replicated");
    }
    return new StorageSettings(store, databases);
  }

  Storage storage(StoreChoice choice, String property, int backups, String backupsProperty) {
    if (backups < 0 || backups > MOST_BACKUPS) {
      throw InvalidProperty.of(backupsProperty, backups, "It must be 0 to " + MOST_BACKUPS + ".");
    }
    return switch (choice) {
      case NONE -> Storage.none();
      case REPLICATED -> Storage.replicated(backups);
      case JDBC -> Storage.in(required(choice, property));
      // a database that is there and cannot be used is no reason to forget what it should keep
      case AUTO ->
          store == null && databases.isEmpty()
              ? Storage.replicated(backups)
              : Storage.in(required(choice, property));
    };
  }

  private GrainStore required(StoreChoice choice, String property) {
    if (store == null) {
      throw InvalidProperty.of(
          property,
          choice,
          databases.isEmpty()
              ? "There is no store: it takes grains-jdbc on the class path and a DataSource bean."
              : "There are several DataSource beans, "
                  + databases
                  + ". Mark one as @Primary, make a JdbcGrainStore bean, or choose replicated.");
    }
    return store;
  }
}
