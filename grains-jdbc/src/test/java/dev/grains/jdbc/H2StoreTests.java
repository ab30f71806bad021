package dev.grains.jdbc;

import dev.grains.spi.GrainStore;
import dev.grains.test.GrainStoreContract;
import java.time.InstantSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2StoreTests extends GrainStoreContract {

  private static JdbcConnectionPool pool;

  @BeforeAll
  static void open() {
    pool = JdbcConnectionPool.create("jdbc:h2:mem:H2StoreTests", "sa", "");
  }

  @AfterAll
  static void close() {
    pool.dispose();
  }

  @Override
  protected GrainStore openStore(InstantSource clock) {
    return JdbcGrainStore.create(pool, JdbcGrainStoreOptions.defaults().withClock(clock));
  }
}
