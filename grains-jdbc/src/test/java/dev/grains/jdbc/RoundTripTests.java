package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.CALLER;
import static dev.grains.jdbc.Accounts.NOW;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static dev.grains.jdbc.Accounts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Unknown;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoredGrain;
import dev.grains.test.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to PostgreSQL, and what a broken wire means. */
class RoundTripTests {

  private static final GrainType SNAPSHOTS = Accounts.account(2, 1, true);

  private TcpProxy proxy;
  private KeptConnection connection;
  private JdbcGrainStore store;

  @BeforeEach
  void open() throws Exception {
    PostgresServer server = SharedPostgres.server();
    proxy = TcpProxy.to(server.port());
    connection = new KeptConnection();
    connection.setUrl(server.newDatabase("trips" + newKey().replace("-", "")));
    connection.setPortNumbers(new int[] {proxy.port()});
    store =
        JdbcGrainStore.create(
            connection, JdbcGrainStoreOptions.defaults().withClock(new SettableClock(NOW)));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    connection.close();
    proxy.close();
  }

  private static Commit rich(String key, long version, UUID caller) {
    return commit(
        SNAPSHOTS,
        key,
        version,
        new Account(version, new Accounts.Free()),
        List.of(new Receipt(caller, version, NOW.plusSeconds(60), new byte[200])),
        List.of(new KeyedReply("key" + version, NOW.plusSeconds(60), new byte[200])),
        deposit(1),
        deposit(2));
  }

  private static List<Commit> group(int size, long version) {
    List<Commit> group = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      group.add(rich("rich" + i, version * 2, CALLER));
      group.add(commit(Accounts.ACCOUNT, "plain" + i, version, deposit(i)));
      group.add(document("d" + i, version, new Profile("p"), receipt(1, NOW.plusSeconds(60))));
    }
    return group;
  }

  @Test
  void aGroupIsOneRoundTripWhateverIsInIt() {
    proxy.takeRoundTrips();
    for (int round = 0; round < 8; round++) {
      List<CommitResult> results = store.commit(group(100, round));

      assertThat(results).hasSize(300).containsOnly(Committed.INSTANCE);
      assertThat(proxy.takeRoundTrips()).isEqualTo(1);
    }
  }

  @Test
  void aSingleCommitAndALoadAreOneRoundTripEach() {
    store.commit(List.of(commit(Accounts.ACCOUNT, "a", 0, deposit(1))));
    assertThat(proxy.takeRoundTrips()).isPositive();

    store.commit(List.of(commit(Accounts.ACCOUNT, "a", 1, deposit(1))));
    assertThat(proxy.takeRoundTrips()).isEqualTo(1);

    store.load(Accounts.ACCOUNT, id("a"), new Fold());
    assertThat(proxy.takeRoundTrips()).isEqualTo(1);
  }

  @Test
  void aSingleCommitIsNotPlannedAnewEachTime() throws SQLException {
    for (int version = 0; version < 40; version++) {
      store.commit(List.of(commit(Accounts.ACCOUNT, "single", version, deposit(1))));
    }

    try (Connection own = connection.getConnection();
        Statement statement = own.createStatement();
        ResultSet plans =
            statement.executeQuery(
                "select sum(custom_plans), sum(generic_plans) from pg_prepared_statements"
                    + " where statement like '%insert into grain_event%'")) {
      plans.next();
      // the server always plans the first five anew before it compares
      assertThat(plans.getLong(1)).isEqualTo(5);
      assertThat(plans.getLong(2)).isGreaterThan(20);
    }
  }

  @Test
  void aLongStreamIsReadPageByPage() {
    Object[] events = new Object[2 * GrainReader.PAGE + 50];
    Arrays.fill(events, deposit(1));
    store.commit(List.of(commit(Accounts.ACCOUNT, "long", 0, events)));
    proxy.takeRoundTrips();

    assertThat(store.load(Accounts.ACCOUNT, id("long"), new Fold()).version()).isEqualTo(450);
    assertThat(proxy.takeRoundTrips()).isEqualTo(3);

    store.history(Accounts.ACCOUNT, id("long"), 0, event -> {});
    assertThat(proxy.takeRoundTrips()).isEqualTo(3);
  }

  @Test
  void aConflictCostsItsGroupOneMoreRoundTrip() {
    store.commit(group(100, 0));
    proxy.takeRoundTrips();

    List<Commit> group = group(100, 1);
    group.set(10, commit(Accounts.ACCOUNT, "plain3", 0, deposit(5)));
    group.set(31, commit(Accounts.ACCOUNT, "plain10", 0, deposit(5)));
    List<CommitResult> results = store.commit(group);

    assertThat(results).filteredOn(Conflict.INSTANCE::equals).hasSize(2);
    assertThat(results.get(10)).isEqualTo(Conflict.INSTANCE);
    assertThat(proxy.takeRoundTrips()).isEqualTo(2);
  }

  @Test
  void aGapCostsItsGroupNothing() {
    store.commit(group(10, 0));
    proxy.takeRoundTrips();

    List<Commit> group = group(10, 1);
    group.set(1, commit(Accounts.ACCOUNT, "plain0", 7, deposit(5)));

    assertThat(store.commit(group).get(1)).isEqualTo(Conflict.INSTANCE);
    assertThat(proxy.takeRoundTrips()).isEqualTo(1);
  }

  @Test
  void aCommitWhoseAnswerIsLostIsUnknownAndItsReceiptTellsThatItHappened() {
    UUID caller = UUID.randomUUID();
    store.commit(List.of(rich("lost", 0, CALLER)));

    proxy.dropNextReply();
    List<CommitResult> results = store.commit(List.of(rich("lost", 2, caller)));

    assertThat(results).singleElement().isInstanceOf(Unknown.class);
    StoredGrain stored = store.load(SNAPSHOTS, id("lost"), new Fold());
    assertThat(stored.version()).isEqualTo(4);
    assertThat(stored.receipts()).extracting(Receipt::caller).containsOnly(CALLER, caller);
    assertThat(replies("lost", "key2")).hasSize(1);
  }

  @Test
  void aCommitThatNeverArrivedIsUnknownAndLeavesNothing() {
    store.commit(List.of(rich("lost", 0, CALLER)));

    proxy.dropNextRequest();
    List<CommitResult> results = store.commit(group(5, 1));

    assertThat(results).hasSize(15).hasOnlyElementsOfType(Unknown.class);
    assertThat(store.load(SNAPSHOTS, id("lost"), new Fold()).version()).isEqualTo(2);
    assertThat(store.load(SNAPSHOTS, id("rich1"), new Fold())).isEqualTo(StoredGrain.NONE);
    assertThat(replies("lost", "key2")).isEmpty();
  }

  @Test
  void aReadIsRepeatedOnAnotherConnection() {
    store.commit(List.of(rich("read", 0, CALLER)));

    proxy.dropNextReply();
    assertThat(store.load(SNAPSHOTS, id("read"), new Fold()).version()).isEqualTo(2);
    proxy.dropNextRequest();
    assertThat(replies("read", "key0")).hasSize(1);
  }

  private List<KeyedReply> replies(String grain, String key) {
    return store.replies(List.of(new ReplyLookup(SNAPSHOTS, id(grain), Set.of(key)))).get(0);
  }
}
