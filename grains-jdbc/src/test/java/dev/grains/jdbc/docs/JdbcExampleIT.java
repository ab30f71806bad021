package dev.grains.jdbc.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.jdbc.JdbcGrainStore;
import dev.grains.jdbc.JdbcGrainStoreOptions;
import dev.grains.jdbc.Upcaster;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The code of docs/jdbc.md. */
class JdbcExampleIT {

  // tag::upcaster[]
  static final Upcaster ADD_CURRENCY =
      Upcaster.of(
          "account",
          "deposited",
          1,
          event -> List.of(event.next(((ObjectNode) event.payload()).put("currency", "EUR"))));

  // end::upcaster[]

  @Test
  void accountsAreKeptInADatabase() {
    JdbcConnectionPool dataSource = JdbcConnectionPool.create("jdbc:h2:mem:docs", "sa", "");

    // tag::start[]
    JdbcGrainStore store = JdbcGrainStore.create(dataSource);
    try (Grains grains =
        Grains.builder()
            .register(Account.class, AccountGrain::new)
            .storage(Storage.in(store))
            .start()) {
      grains.get(Account.class, "42").deposit(100);
    }
    // end::start[]

    try (Grains again =
        Grains.builder()
            .register(Account.class, AccountGrain::new)
            .storage(Storage.in(JdbcGrainStore.create(dataSource)))
            .start()) {
      assertThat(again.get(Account.class, "42").balance()).isEqualTo(100);
    }
    store.close();
    dataSource.dispose();
  }

  @Test
  void eventsOfAnOlderFormatAreUpcast() throws Exception {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:upcast", "sa", "");
    DataSource dataSource = pool;
    JdbcGrainStoreOptions options = JdbcGrainStoreOptions.defaults().withUpcaster(ADD_CURRENCY);
    JdbcGrainStore store = JdbcGrainStore.create(dataSource, options);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into grain_event
            (type, "key", version, event_type, format, payload, metadata, recorded_at)
          values ('account', '7', 1, 'deposited', 1, '{"cents": 5}', '{}', current_timestamp)""");
    }

    try (Grains grains =
        Grains.builder()
            .register(Account.class, AccountGrain::new)
            .storage(Storage.in(store))
            .start()) {
      assertThat(grains.get(Account.class, "7").balance()).isEqualTo(5);
    }
    store.close();
    pool.dispose();
  }
}
