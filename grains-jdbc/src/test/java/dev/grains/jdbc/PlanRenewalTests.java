package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult.Committed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tables of a few rows, analyzed, whose statements have been planned for that, fill up before they
 * are analyzed again.
 */
class PlanRenewalTests {

  private static final int GRAINS = 4_000;
  private static final int GROUP = 50;

  private HikariDataSource pool;
  private JdbcGrainStore store;

  @BeforeEach
  void planForAFewRows() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SharedPostgres.server().newDatabase("renewal" + newKey().replace("-", "")));
    config.setMaximumPoolSize(1);
    pool = new HikariDataSource(config);
    store = JdbcGrainStore.create(pool);
    for (String table : List.of("grain_event", "grain_state", "grain_snapshot")) {
      TestDatabase.execute(pool, "alter table " + table + " set (autovacuum_enabled = off)");
    }
    write(1, i -> commit(ACCOUNT, "first", 0, deposit(1)));
    write(1, i -> document("first", 0, profile(0)));
    TestDatabase.execute(pool, "analyze");
    write(20, i -> commit(ACCOUNT, "first", 1 + i, deposit(1)));
    write(20, i -> document("first", 1 + i, profile(i)));
    IntStream.range(0, 20).forEach(i -> load("first"));
  }

  @AfterEach
  void close() {
    store.close();
    pool.close();
  }

  @Test
  void documentsAreFoundByTheirKey() throws SQLException {
    writeGroups(i -> document("grain " + i, 0, profile(i)));
    writeGroups(i -> document("grain " + i, 1, profile(i)));

    assertThat(rowsRead("grain_state")).isLessThan(10 * GRAINS);
  }

  @Test
  void predecessorsOfEventsAreFoundByTheirKey() throws SQLException {
    writeGroups(i -> commit(ACCOUNT, "grain " + i, 0, deposit(1)));
    writeGroups(i -> commit(ACCOUNT, "grain " + i, 1, deposit(1)));

    assertThat(rowsRead("grain_event")).isLessThan(10 * GRAINS);
  }

  @Test
  void grainsAreLoadedByTheirKey() throws SQLException {
    writeGroups(i -> commit(ACCOUNT, "grain " + i, 0, deposit(1)));
    IntStream.range(0, GRAINS).forEach(i -> load("grain " + i));

    assertThat(rowsRead("grain_event")).isLessThan(10 * GRAINS);
  }

  @Test
  void documentsThatAreWrittenOverLetStatementsBePlannedAnew() {
    PlanRenewal plans = new PlanRenewal();
    PreparedDocument text = new PreparedDocument("{}", "{}");
    PreparedCommit change =
        new PreparedCommit(0, document("first", 1, profile(0)), 0, List.of(), text, null);
    String atFirst = plans.planned("select 1");

    IntStream.range(0, 1_000).forEach(i -> plans.written(PostgresParts.of(List.of(change))));

    assertThat(plans.planned("select 1"))
        .isNotEqualTo(atFirst)
        .isEqualTo(plans.planned("select 1"));
  }

  private static Profile profile(int number) {
    return new Profile("name " + number);
  }

  private void load(String key) {
    store.load(ACCOUNT, id(key), new Accounts.Fold());
  }

  private void write(int times, IntFunction<Commit> commits) {
    for (int i = 0; i < times; i++) {
      assertThat(store.commit(List.of(commits.apply(i)))).containsExactly(Committed.INSTANCE);
    }
  }

  private void writeGroups(IntFunction<Commit> commits) {
    for (int i = 0; i < GRAINS; i += GROUP) {
      assertThat(store.commit(IntStream.range(i, i + GROUP).mapToObj(commits).toList()))
          .containsOnly(Committed.INSTANCE);
    }
  }

  /** How many rows were read to find those that were wanted, by scans or by an index. */
  private long rowsRead(String table) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_force_next_flush()");
      try (ResultSet rows =
          statement.executeQuery(
              "select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = '"
                  + table
                  + "'")) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
