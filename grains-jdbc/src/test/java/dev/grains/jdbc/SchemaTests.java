package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.newKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.GrainDefinitionException;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.StoreUnavailableException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTests {

  private static String newUrl(TestDatabase database) {
    String name = "schema" + newKey().replace("-", "");
    return database == TestDatabase.H2
        ? "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"
        : SharedPostgres.server().newDatabase(name);
  }

  private static JdbcGrainStore create(HikariDataSource pool, SchemaMode mode) {
    return JdbcGrainStore.create(pool, JdbcGrainStoreOptions.defaults().withSchema(mode));
  }

  private static void works(JdbcGrainStore store) {
    assertThat(store.commit(List.of(commit(ACCOUNT, newKey(), 0, deposit(1)))))
        .containsExactly(Committed.INSTANCE);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTablesAreCreatedOnceAndFoundAfterwards(TestDatabase database) throws SQLException {
    try (HikariDataSource pool = TestDatabase.pool(newUrl(database))) {
      works(create(pool, SchemaMode.CREATE));
      works(create(pool, SchemaMode.CREATE));
      works(create(pool, SchemaMode.CHECK));
      works(create(pool, SchemaMode.NONE));

      assertThat(TestDatabase.text(pool, "select max(version) from grain_schema")).isEqualTo("1");
      assertThat(TestDatabase.text(pool, "select count(*) from grain_event")).isEqualTo("4");
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalMembersMayCreateTheTablesAtOnce(TestDatabase database) throws Exception {
    int members = 8;
    ExecutorService threads = Executors.newFixedThreadPool(members);
    CyclicBarrier together = new CyclicBarrier(members);
    String url = newUrl(database);
    try {
      List<Future<?>> creations = new ArrayList<>();
      for (int i = 0; i < members; i++) {
        creations.add(
            threads.submit(
                () -> {
                  try (HikariDataSource pool = TestDatabase.pool(url)) {
                    together.await(60, TimeUnit.SECONDS);
                    works(create(pool, SchemaMode.CREATE));
                  }
                  return null;
                }));
      }
      for (Future<?> creation : creations) {
        creation.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    try (HikariDataSource pool = TestDatabase.pool(url)) {
      assertThat(TestDatabase.text(pool, "select count(*) from grain_event")).isEqualTo("8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingTablesAreReportedWhenOnlyChecked(TestDatabase database) throws SQLException {
    try (HikariDataSource pool = TestDatabase.pool(newUrl(database))) {
      assertThatThrownBy(() -> create(pool, SchemaMode.CHECK))
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("do not exist")
          .hasMessageContaining("dev/grains/jdbc/schema")
          .hasMessageContaining("SchemaMode.CREATE");

      assertThat(
              TestDatabase.text(
                  pool,
                  "select count(*) from information_schema.tables"
                      + " where lower(table_name) like 'grain%'"))
          .isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingTablesAreNobodysBusinessWhenNotLookedFor(TestDatabase database) throws SQLException {
    String url = newUrl(database);
    try (HikariDataSource pool = TestDatabase.pool(url)) {
      JdbcGrainStore store = create(pool, SchemaMode.NONE);
      create(pool, SchemaMode.CREATE);

      works(store);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesOfANewerVersionAreRefused(TestDatabase database) throws SQLException {
    try (HikariDataSource pool = TestDatabase.pool(newUrl(database))) {
      create(pool, SchemaMode.CREATE);
      TestDatabase.execute(pool, "insert into grain_schema (version) values (2)");

      for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.CHECK)) {
        assertThatThrownBy(() -> create(pool, mode))
            .isInstanceOf(GrainDefinitionException.class)
            .hasMessageContaining("schema version 2")
            .hasMessageContaining("update grains-jdbc");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScriptInTheJarCanBeRunByHand(TestDatabase database) throws Exception {
    String url = newUrl(database);
    String script = database == TestDatabase.H2 ? "h2" : "postgresql";
    try (InputStream text =
        JdbcGrainStore.class.getResourceAsStream("schema/v1/" + script + ".sql")) {
      execute(url, new String(text.readAllBytes(), UTF_8));
    }

    try (HikariDataSource pool = TestDatabase.pool(url)) {
      works(create(pool, SchemaMode.CHECK));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES")
  void aUserWhoMayNotCreateTablesWorksOnThoseThatAreThere(TestDatabase database)
      throws SQLException {
    String url = newUrl(database);
    try (HikariDataSource owner = TestDatabase.pool(url)) {
      create(owner, SchemaMode.CREATE);
    }
    String user = "user" + newKey().replace("-", "");
    execute(
        url,
        """
        create role %1$s login;
        grant select, insert on grain_event to %1$s;
        grant select, insert, update on grain_state, grain_snapshot to %1$s;
        grant select, insert, update, delete on grain_idempotency to %1$s;
        grant select on grain_schema to %1$s"""
            .formatted(user));

    try (HikariDataSource pool = TestDatabase.pool(url.replace("user=grains", "user=" + user))) {
      JdbcGrainStore store = create(pool, SchemaMode.CREATE);
      works(store);
      assertThat(store.purge(Accounts.NOW, 10)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES")
  void aUserWhoMayNotCreateTheMissingTablesIsToldSo(TestDatabase database) throws SQLException {
    String url = newUrl(database);
    String user = "user" + newKey().replace("-", "");
    execute(url, "create role " + user + " login");

    try (HikariDataSource pool = TestDatabase.pool(url.replace("user=grains", "user=" + user))) {
      assertThatThrownBy(() -> create(pool, SchemaMode.CREATE))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("permission denied");
    }
  }
}
