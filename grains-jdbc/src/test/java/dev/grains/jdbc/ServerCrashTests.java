package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.CommitResult.Unknown;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store when its PostgreSQL dies and comes back. */
class ServerCrashTests {

  private static final int GRAINS = 20;

  private static PostgresServer server;
  private HikariDataSource pool;
  private JdbcGrainStore store;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.newDatabase("crash" + Accounts.newKey().replace("-", "")));
    config.setConnectionTimeout(1_000);
    config.setMinimumIdle(0); // no other connection that has not noticed the crash
    pool = new HikariDataSource(config);
    store =
        JdbcGrainStore.create(
            pool,
            JdbcGrainStoreOptions.defaults()
                .withPatience(Duration.ofSeconds(1), Duration.ofSeconds(30)));
  }

  @AfterEach
  void close() {
    store.close();
    pool.close();
  }

  @Test
  void aServerThatIsGoneIsUnavailableUntilItIsBack() {
    store.commit(List.of(commit(ACCOUNT, "a", 0, deposit(1))));
    server.kill();

    List<CommitResult> first = store.commit(List.of(commit(ACCOUNT, "a", 1, deposit(2))));
    List<CommitResult> second = store.commit(List.of(commit(ACCOUNT, "a", 1, deposit(2))));

    assertThat(first).singleElement().isInstanceOfAny(Unknown.class, Unavailable.class);
    assertThat(second).singleElement().isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> store.load(ACCOUNT, id("a"), new Fold()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("account/a");
    ReplyLookup lookup = new ReplyLookup(ACCOUNT, id("a"), Set.of("key"));
    assertThatThrownBy(() -> store.replies(List.of(lookup)))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(store::ping).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> JdbcGrainStore.create(pool))
        .isInstanceOf(StoreUnavailableException.class);

    server.startAgain();

    // the pool opens no connection for a while after it has failed to
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(StoreUnavailableException.class::isInstance)
        .untilAsserted(
            () -> assertThat(store.load(ACCOUNT, id("a"), new Fold()).version()).isEqualTo(1));
    assertThat(store.commit(List.of(commit(ACCOUNT, "a", 1, deposit(2)))))
        .containsExactly(Committed.INSTANCE);
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAfterCrashes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch enough = new CountDownLatch(1);
    try {
      List<Future<long[]>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String prefix = "w" + i + "-";
        writers.add(threads.submit(() -> writeUntil(enough, prefix)));
      }
      for (int crash = 1; crash <= 3; crash++) {
        awaitEvents(crash * 2_000);
        server.kill();
        server.startAgain();
      }
      awaitEvents(9_000);
      enough.countDown();

      for (int i = 0; i < 2; i++) {
        long[] acknowledged = writers.get(i).get(60, TimeUnit.SECONDS);
        for (int grain = 0; grain < GRAINS; grain++) {
          StoredGrain stored = store.load(ACCOUNT, id("w" + i + "-" + grain), new Fold());
          assertThat(((Account) stored.state()).cents()).isEqualTo(acknowledged[grain]);
          assertThat(stored.version()).isEqualTo(acknowledged[grain]);
        }
      }
      assertThat(
              TestDatabase.text(
                  pool,
                  "select count(*) from (select type, key, count(*) as events, max(version) as"
                      + " last from grain_event group by type, key) g where events <> last"))
          .isEqualTo("0");
    } finally {
      enough.countDown();
      threads.shutdownNow();
    }
  }

  private void awaitEvents(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                Long.parseLong(TestDatabase.text(pool, "select count(*) from grain_event"))
                    >= count);
  }

  /** Deposits one cent after the other, and looks at what is stored when it does not know. */
  private long[] writeUntil(CountDownLatch enough, String prefix) {
    long[] balance = new long[GRAINS];
    while (enough.getCount() > 0) {
      List<Commit> group = new ArrayList<>();
      for (int grain = 0; grain < GRAINS; grain++) {
        group.add(commit(ACCOUNT, prefix + grain, balance[grain], deposit(1)));
      }
      List<CommitResult> results = store.commit(group);
      for (int grain = 0; grain < GRAINS; grain++) {
        CommitResult result = results.get(grain);
        assertThat(result).isNotInstanceOf(Conflict.class);
        if (result instanceof Committed) {
          balance[grain]++;
        } else if (result instanceof Unknown) {
          balance[grain] = resolve(prefix + grain, balance[grain]);
        }
      }
    }
    return balance;
  }

  private long resolve(String key, long before) {
    StoredGrain[] stored = new StoredGrain[1];
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(StoreUnavailableException.class)
        .until(
            () -> {
              stored[0] = store.load(ACCOUNT, id(key), new Fold());
              return true;
            });
    assertThat(stored[0].version()).isBetween(before, before + 1);
    return stored[0].version();
  }
}
