package dev.grains.benchmarks.axon5;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.hibernate.cfg.Configuration;

/** The connections and the mapping of events. */
final class Database {

  private Database() {}

  static HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  static EntityManagerFactory entityManagers(DataSource pool) {
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(AggregateEventEntry.class);
    Map.of(
            "hibernate.connection.datasource",
            pool,
            "hibernate.connection.provider_disables_autocommit",
            "true",
            "hibernate.dialect",
            ByteaDialect.class.getName(),
            "hibernate.hbm2ddl.auto",
            "create")
        .forEach((key, value) -> configuration.getProperties().put(key, value));
    return configuration.buildSessionFactory();
  }
}
