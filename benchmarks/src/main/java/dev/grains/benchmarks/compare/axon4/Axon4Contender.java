package dev.grains.benchmarks.compare.axon4;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** Aggregates on the JDBC engine; each command is one transaction of the unit of work. */
public record Axon4Contender() implements Contender {

  private static final int CONNECTIONS = 16;

  @Override
  public Running open(Layout layout) throws SQLException {
    System.setProperty("axoniq.update-checker.disabled", "true");
    HikariDataSource pool = pool(layout.database());
    try {
      createTables(pool);
      return new RunningAxon4(pool, configure(pool).start(), CONNECTIONS);
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(CONNECTIONS);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  private static Configurer configure(HikariDataSource pool) {
    Balances balances = new Balances();
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(c -> JacksonSerializer.defaultSerializer())
            .configureEmbeddedEventStore(c -> engine(c, pool))
            .registerQueryHandler(c -> balances)
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Account.class)
                    .configureCache(c -> new StrongCache()));
    configurer
        .eventProcessing()
        .usingSubscribingEventProcessors()
        .registerEventHandler(c -> balances);
    return configurer;
  }

  private static EventStorageEngine engine(Configuration configuration, HikariDataSource pool) {
    ConnectionProvider connections =
        new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection);
    return JdbcEventStorageEngine.builder()
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(configuration.eventSerializer())
        .snapshotSerializer(configuration.serializer())
        .build();
  }

  private static void createTables(HikariDataSource pool) throws SQLException {
    PostgresEventTableFactory tables = PostgresEventTableFactory.INSTANCE;
    try (Connection connection = pool.getConnection();
        PreparedStatement events =
            tables.createDomainEventTable(connection, EventSchema.builder().build());
        PreparedStatement snapshots =
            tables.createSnapshotEventTable(connection, EventSchema.builder().build())) {
      events.executeUpdate();
      snapshots.executeUpdate();
      connection.commit();
    }
  }
}
