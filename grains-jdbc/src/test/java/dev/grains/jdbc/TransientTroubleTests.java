package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trouble that passes: nothing of it reaches the grains as long as it passes soon. */
class TransientTroubleTests {

  // the common pool has a single thread on small machines, and these calls block
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private static String url;
  private static HikariDataSource direct;

  @BeforeAll
  static void open() {
    url = SharedPostgres.newDatabase(TransientTroubleTests.class);
    direct = TestDatabase.pool(url);
    JdbcGrainStore.create(direct);
  }

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    direct.close();
  }

  private static HikariConfig poolOfOne() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    return config;
  }

  private static JdbcGrainStore store(HikariDataSource pool, Duration retryFor) {
    return JdbcGrainStore.create(
        pool,
        JdbcGrainStoreOptions.defaults()
            .withSchema(SchemaMode.CHECK)
            .withPatience(retryFor, Duration.ofSeconds(30)));
  }

  @Test
  void anExhaustedPoolIsWaitedForButNotForEver() throws Exception {
    try (HikariDataSource pool = new HikariDataSource(poolOfOne())) {
      JdbcGrainStore impatient = store(pool, Duration.ofMillis(300));
      JdbcGrainStore patient = store(pool, Duration.ofSeconds(60));
      Commit commit = commit(ACCOUNT, newKey(), 0, deposit(1));
      CompletableFuture<List<CommitResult>> waiting;
      try (Connection taken = pool.getConnection()) {
        assertThat(impatient.commit(List.of(commit)))
            .singleElement()
            .isInstanceOf(Unavailable.class);
        assertThatThrownBy(impatient::ping).isInstanceOf(StoreUnavailableException.class);
        waiting = CompletableFuture.supplyAsync(() -> patient.commit(List.of(commit)), THREADS);
        await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
        assertThat(taken.isValid(5)).isTrue();
      }

      assertThat(waiting.get(60, TimeUnit.SECONDS)).containsExactly(Committed.INSTANCE);
    }
  }

  @Test
  void aServerThatHasBecomeReadOnlyIsLeftForAnother() throws Exception {
    HikariConfig config = poolOfOne();
    config.setConnectionTimeout(10_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      JdbcGrainStore store = store(pool, Duration.ofSeconds(30));
      try (Connection old = pool.getConnection();
          Statement statement = old.createStatement()) {
        // the session of a server that was demoted; new connections lead to the new primary
        statement.execute("set session characteristics as transaction read only");
      }

      assertThat(store.commit(List.of(commit(ACCOUNT, newKey(), 0, deposit(1)))))
          .containsExactly(Committed.INSTANCE);
    }
  }

  @Test
  void aDatabaseThatStaysReadOnlyIsUnavailable() {
    HikariConfig config = poolOfOne();
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql("set session characteristics as transaction read only");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      JdbcGrainStore store = store(pool, Duration.ofMillis(200));
      String key = newKey();

      assertThat(store.commit(List.of(commit(ACCOUNT, key, 0, deposit(1)))))
          .singleElement()
          .isInstanceOf(Unavailable.class);
      assertThat(store.load(ACCOUNT, id(key), new Fold()).version()).isZero();
    }
  }

  @Test
  void theVictimOfADeadlockIsCommittedAgainAsAWhole() throws Exception {
    // rows of a table of their own lie, and are locked, in the order in which they were written
    String own = SharedPostgres.server().newDatabase("deadlock" + newKey().replace("-", ""));
    HikariDataSource pool = TestDatabase.pool(own);
    JdbcGrainStore store =
        JdbcGrainStore.create(
            pool,
            JdbcGrainStoreOptions.defaults()
                .withPatience(Duration.ofSeconds(60), Duration.ofSeconds(60)));
    List<String> keys = List.of("deadlock-1", "deadlock-2", "deadlock-3");
    keys.forEach(key -> store.commit(List.of(document(key, 0, new Profile("p")))));
    List<Commit> group = keys.stream().map(key -> document(key, 1, new Profile("q"))).toList();
    CompletableFuture<List<CommitResult>> victim;
    try (Connection gate = DriverManager.getConnection(own);
        Statement atGate = gate.createStatement();
        Connection rival = DriverManager.getConnection(own);
        Statement ofRival = rival.createStatement()) {
      gate.setAutoCommit(false);
      rival.setAutoCommit(false);
      // who waits last and looks first is the victim: the store, because the rival never looks
      ofRival.execute("set deadlock_timeout = '1h'");
      lock(atGate, keys.get(1));
      lock(ofRival, keys.get(2));
      victim = CompletableFuture.supplyAsync(() -> store.commit(group), THREADS);
      await().until(() -> "1".equals(waitingForALock(pool)));
      CompletableFuture<?> waiting =
          CompletableFuture.runAsync(() -> lock(ofRival, keys.get(0)), THREADS);
      await().until(() -> "2".equals(waitingForALock(pool)));

      gate.rollback();

      waiting.get(60, TimeUnit.SECONDS);
      assertThat(victim).isNotDone();
      rival.rollback();
    }

    assertThat(victim.get(60, TimeUnit.SECONDS)).hasSize(3).containsOnly(Committed.INSTANCE);
    pool.close();
  }

  @Test
  void aDocumentThatIsChangedWhileItsRowIsWaitedForConflicts() throws Exception {
    // of a new table the planner takes places for the quickest way to rows
    String own = SharedPostgres.server().newDatabase("rival" + newKey().replace("-", ""));
    try (HikariDataSource pool = TestDatabase.pool(own);
        Connection rival = DriverManager.getConnection(own);
        Statement statement = rival.createStatement()) {
      JdbcGrainStore store = JdbcGrainStore.create(pool);
      List<String> keys = List.of("changed", "untouched");
      keys.forEach(key -> store.commit(List.of(document(key, 0, new Profile("p")))));
      rival.setAutoCommit(false);
      statement.execute("update grain_state set version = 2 where key = 'changed'");
      CompletableFuture<List<CommitResult>> results =
          CompletableFuture.supplyAsync(
              () ->
                  store.commit(
                      keys.stream().map(key -> document(key, 1, new Profile("q"))).toList()),
              THREADS);
      await().until(() -> "1".equals(waitingForALock(pool)));
      rival.commit();

      assertThat(results.get(60, TimeUnit.SECONDS))
          .containsExactly(Conflict.INSTANCE, Committed.INSTANCE);
      assertThat(TestDatabase.text(pool, "select string_agg(state::text, ' ') from grain_state"))
          .contains("\"p\"", "\"q\"");
    }
  }

  private static void lock(Statement statement, String key) {
    try {
      statement.execute("select from grain_state where key = '" + key + "' for update");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String waitingForALock(HikariDataSource pool) throws SQLException {
    return TestDatabase.text(
        pool,
        "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'");
  }

  @Test
  void aSerializationFailureIsAConflictAndNoError() throws Exception {
    HikariConfig config = poolOfOne();
    config.setConnectionTimeout(10_000);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    String key = newKey();
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection rival = DriverManager.getConnection(url);
        Statement statement = rival.createStatement()) {
      JdbcGrainStore store = store(pool, Duration.ofSeconds(60));
      store.commit(List.of(document(key, 0, new Profile("p"))));
      rival.setAutoCommit(false);
      statement.execute("update grain_state set version = 2 where key = '" + key + "'");
      CompletableFuture<List<CommitResult>> loser =
          CompletableFuture.supplyAsync(
              () -> store.commit(List.of(document(key, 1, new Profile("q")))), THREADS);
      await().until(() -> "1".equals(waitingForALock(direct)));
      rival.commit();

      assertThat(loser.get(60, TimeUnit.SECONDS)).containsExactly(Conflict.INSTANCE);
    }
  }

  @Test
  void aPoolWithoutAutoCommitWorksToo() {
    for (TestDatabase database : TestDatabase.values()) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(database.dataSource());
      config.setAutoCommit(false);
      config.setMaximumPoolSize(2);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        JdbcGrainStore store = JdbcGrainStore.create(pool);
        String key = newKey();

        assertThat(store.commit(List.of(commit(ACCOUNT, key, 0, deposit(1)))))
            .containsExactly(Committed.INSTANCE);
        assertThat(store.load(ACCOUNT, id(key), new Fold()).version()).isEqualTo(1);
        assertThat(store.purge(Accounts.NOW, 10)).isNotNegative();
      }
    }
  }
}
