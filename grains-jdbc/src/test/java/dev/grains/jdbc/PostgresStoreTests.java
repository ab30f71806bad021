package dev.grains.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.spi.GrainStore;
import dev.grains.test.GrainStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTests extends GrainStoreContract {

  private static PostgresServer server;
  private static HikariDataSource pool;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.url());
    pool = new HikariDataSource(config);
  }

  @AfterAll
  static void stop() {
    pool.close();
    server.close();
  }

  @Override
  protected GrainStore openStore(InstantSource clock) {
    return JdbcGrainStore.create(pool, JdbcGrainStoreOptions.defaults().withClock(clock));
  }
}
