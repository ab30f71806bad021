package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.NOW;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.GrainId;
import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.test.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurgeTests {

  private static final GrainType TYPE = Accounts.account(1, 1, false);

  private final SettableClock clock = new SettableClock(NOW);
  private HikariDataSource pool;
  private JdbcGrainStore store;

  private void open(TestDatabase database, int rows) {
    String name = "purge" + Accounts.newKey().replace("-", "");
    pool =
        TestDatabase.pool(
            database == TestDatabase.H2
                ? "jdbc:h2:mem:" + name
                : SharedPostgres.server().newDatabase(name));
    store =
        JdbcGrainStore.create(
            pool,
            JdbcGrainStoreOptions.defaults()
                .withClock(clock)
                .withPurge(Duration.ofMinutes(1), rows));
  }

  @AfterEach
  void close() {
    store.close();
    pool.close();
  }

  private String count(String table, String condition) throws SQLException {
    return TestDatabase.text(pool, "select count(*) from " + table + " where " + condition);
  }

  private void commitKeys(int count, long expiresAfter) {
    List<KeyedReply> replies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      replies.add(new KeyedReply("key" + i, NOW.plusSeconds(expiresAfter), new byte[] {(byte) i}));
    }
    store.commit(
        List.of(
            commit(TYPE, "keys" + expiresAfter, 0, Account.EMPTY, List.of(), replies, deposit(1))));
  }

  @ParameterizedTest
  @EnumSource
  void expiredKeysAreRemovedInBoundedSteps(TestDatabase database) throws SQLException {
    open(database, 10);
    commitKeys(25, 10);
    commitKeys(5, 100);

    assertThat(store.purge(NOW.plusSeconds(9), 10)).isZero();
    assertThat(store.purge(NOW.plusSeconds(10), 10)).isEqualTo(10);
    assertThat(count("grain_idempotency", "1 = 1")).isEqualTo("20");
    assertThat(store.purge(NOW.plusSeconds(10), 10)).isEqualTo(10);
    assertThat(store.purge(NOW.plusSeconds(10), 10)).isEqualTo(5);
    assertThat(store.purge(NOW.plusSeconds(10), 10)).isZero();
    assertThat(count("grain_idempotency", "\"key\" = 'keys100'")).isEqualTo("5");
  }

  @ParameterizedTest
  @EnumSource
  void expiredReceiptsOfDocumentsAndSnapshotsAreRemovedStepByStep(TestDatabase database)
      throws SQLException {
    open(database, 10);
    UUID departed = UUID.randomUUID();
    Receipt old = new Receipt(departed, 1, NOW.plusSeconds(10), new byte[] {1});
    Receipt live = receipt(1, NOW.plusSeconds(100));
    for (int i = 10; i < 35; i++) {
      store.commit(
          List.of(
              document("d" + i, 0, new Profile("p"), old, live),
              commit(TYPE, "e" + i, 0, Account.EMPTY, List.of(old, live), List.of(), deposit(1))));
    }
    String hasOld = "cast(receipts as varchar(9999)) like '%" + departed + "%'";

    assertThat(store.purge(NOW.plusSeconds(9), 100)).isZero();
    for (int step = 1; step <= 3; step++) {
      assertThat(store.purge(NOW.plusSeconds(10), 10)).isEqualTo(step < 3 ? 20 : 10);
    }

    assertThat(count("grain_state", hasOld)).isEqualTo("0");
    assertThat(count("grain_snapshot", hasOld)).isEqualTo("0");
    assertThat(store.load(TYPE, id("e10"), new Fold()).receipts())
        .extracting(Receipt::caller)
        .containsExactly(live.caller());
    assertThat(store.purge(NOW.plusSeconds(10), 100)).isZero();
    assertThat(store.purge(NOW.plusSeconds(100), 100)).isEqualTo(50);
    assertThat(count("grain_state", "cast(receipts as varchar(9999)) = '{}'")).isEqualTo("25");
  }

  @ParameterizedTest
  @EnumSource
  void commitsLetGoOfWhatHasExpired(TestDatabase database) throws SQLException {
    open(database, 100);
    store.commit(List.of(document("d", 0, new Profile("p"), receipt(1, NOW.plusSeconds(10)))));
    clock.advance(Duration.ofSeconds(20));
    store.commit(List.of(later("d", 1)));

    assertThat(count("grain_state", "cast(receipts as varchar(9999)) = '{}'")).isEqualTo("1");
  }

  private Commit later(String key, long version) {
    return new Commit(
        Accounts.PROFILE,
        new GrainId("profile", key),
        version,
        version + 1,
        clock.instant(),
        List.of(),
        new Profile("q"),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void theStorePurgesByItselfFromTimeToTime(TestDatabase database) throws SQLException {
    open(database, 100);
    commitKeys(25, 10);
    clock.advance(Duration.ofSeconds(59));
    store.commit(List.of(later("d", 0)));
    store.close();
    assertThat(count("grain_idempotency", "1 = 1")).isEqualTo("25");

    clock.advance(Duration.ofSeconds(1));
    store.commit(List.of(later("d", 1)));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(count("grain_idempotency", "1 = 1")).isEqualTo("0"));
  }

  @ParameterizedTest
  @EnumSource
  void aPurgeThatFailsFailsNoCommit(TestDatabase database) throws SQLException {
    open(database, 100);
    clock.advance(Duration.ofMinutes(2));
    TestDatabase.execute(pool, "drop table grain_snapshot");

    assertThat(store.commit(List.of(later("d", 0)))).containsExactly(Committed.INSTANCE);
    assertThatThrownBy(() -> store.purge(NOW, 10))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("could not be purged");
  }
}
