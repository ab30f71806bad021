package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.NOW;
import static dev.grains.jdbc.Accounts.PROFILE;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Deposited;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.jdbc.Accounts.Rated;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits that can never be stored fail alone, and say which grain and why. */
class RefusedCommitTests {

  private static final int LARGEST = 100_000;

  private static JdbcGrainStore store(TestDatabase database) {
    return JdbcGrainStore.create(
        database.dataSource(), JdbcGrainStoreOptions.defaults().withBytes(LARGEST, 20_000));
  }

  private static Commit keyed(String key, String... idempotencyKeys) {
    List<KeyedReply> replies = new ArrayList<>();
    for (String idempotencyKey : idempotencyKeys) {
      replies.add(new KeyedReply(idempotencyKey, NOW.plusSeconds(60), new byte[1]));
    }
    return commit(ACCOUNT, key, 0, Account.EMPTY, List.of(), replies, deposit(1));
  }

  /** Text that cannot be compressed, or it might fit. */
  private static String longerThanAnIndexEntry() {
    return IntStream.range(0, 200)
        .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString())
        .collect(Collectors.joining());
  }

  private static Commit withMetadata(String key, EventMetadata metadata) {
    return new Commit(
        ACCOUNT,
        id(key),
        0,
        1,
        NOW,
        List.of(new NewEvent(deposit(1), metadata)),
        Account.EMPTY,
        List.of(),
        List.of());
  }

  /** Commits it between healthy neighbours and expects that it alone is rejected. */
  private static void isRejectedAlone(TestDatabase database, Commit poisoned, String why) {
    JdbcGrainStore store = store(database);
    List<Commit> group = new ArrayList<>();
    IntStream.range(0, 9).forEach(i -> group.add(commit(ACCOUNT, newKey(), 0, deposit(i))));
    group.add(5, poisoned);

    List<CommitResult> results = store.commit(group);

    for (int i = 0; i < 10; i++) {
      if (i == 5) {
        assertThat(results.get(i))
            .isInstanceOfSatisfying(
                Rejected.class,
                rejected ->
                    assertThat(rejected.cause())
                        .hasMessageContaining(poisoned.id().toString())
                        .hasMessageContaining(why));
      } else {
        assertThat(results.get(i)).isEqualTo(Committed.INSTANCE);
        assertThat(store.load(ACCOUNT, group.get(i).id(), new Fold()).version()).isEqualTo(1);
      }
    }
    assertThat(store.load(poisoned.type(), poisoned.id(), new Fold()).version()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nulInAnEventIsRefused(TestDatabase database) {
    isRejectedAlone(
        database, commit(ACCOUNT, newKey(), 0, new Deposited(1, "a\0b")), "contains a NUL");
    isRejectedAlone(
        database, commit(ACCOUNT, newKey(), 0, new Deposited(1, "\\\0")), "contains a NUL");
  }

  @ParameterizedTest
  @EnumSource
  void nulInADocumentIsRefused(TestDatabase database) {
    isRejectedAlone(database, document(newKey(), 0, new Profile("\0")), "contains a NUL");
  }

  @ParameterizedTest
  @EnumSource
  void nulInMetadataIsRefused(TestDatabase database) {
    isRejectedAlone(
        database,
        withMetadata(
            newKey(), new EventMetadata(Accounts.CALLER, "c", null, null, Map.of("h", "\0"))),
        "contains a NUL");
  }

  @ParameterizedTest
  @EnumSource
  void anUnusableIdempotencyKeyIsRefused(TestDatabase database) {
    isRejectedAlone(database, keyed(newKey(), "a\0"), "contains a NUL");
    isRejectedAlone(database, keyed(newKey(), "\uD83D"), "half of a surrogate pair");
    isRejectedAlone(database, keyed(newKey(), "twice", "twice"), "comes twice");
  }

  @ParameterizedTest
  @EnumSource
  void halfASurrogatePairIsRefused(TestDatabase database) {
    isRejectedAlone(
        database,
        commit(ACCOUNT, newKey(), 0, new Deposited(1, "half \uD83D of it")),
        "contains half of a surrogate pair");
    isRejectedAlone(
        database,
        document(newKey(), 0, new Profile("\uDE00")),
        "contains half of a surrogate pair");
  }

  @ParameterizedTest
  @EnumSource
  void textThatOnlyLooksLikeNulIsKept(TestDatabase database) {
    JdbcGrainStore store = store(database);
    String key = newKey();
    Deposited event = new Deposited(1, "\\u0000 \\\\u0000 \\uD83D \u0001 \uFFFF \uD83D\uDE00");

    assertThat(store.commit(List.of(commit(ACCOUNT, key, 0, event))))
        .containsExactly(Committed.INSTANCE);

    Fold fold = new Fold();
    store.load(ACCOUNT, id(key), fold);
    assertThat(fold.events()).containsExactly(event);
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatIsTooLargeIsRefused(TestDatabase database) {
    isRejectedAlone(
        database,
        commit(ACCOUNT, newKey(), 0, new Deposited(1, "x".repeat(LARGEST))),
        "more than the 100000 that commitBytes allows");
  }

  @ParameterizedTest
  @EnumSource
  void aGroupThatIsTooLargeForOneStatementIsSplit(TestDatabase database) {
    JdbcGrainStore store = store(database);
    List<Commit> group =
        IntStream.range(0, 50)
            .mapToObj(i -> commit(ACCOUNT, newKey(), 0, new Deposited(i, "x".repeat(4_000))))
            .toList();

    assertThat(store.commit(group)).hasSize(50).containsOnly(Committed.INSTANCE);

    group.forEach(
        commit -> assertThat(store.load(ACCOUNT, commit.id(), new Fold()).version()).isEqualTo(1));
  }

  @Test
  void whatOnlyTheDatabaseRefusesIsFoundAmongItsNeighbours() {
    isRejectedAlone(
        TestDatabase.POSTGRES,
        keyed(newKey(), longerThanAnIndexEntry()),
        "is refused by the database");
    isRejectedAlone(
        TestDatabase.H2,
        keyed(newKey(), "longer than the column ".repeat(50)),
        "is refused by the database");
  }

  @ParameterizedTest
  @EnumSource
  void severalCulpritsAreFoundInOneGroup(TestDatabase database) {
    JdbcGrainStore store = store(database);
    String known = newKey();
    store.commit(List.of(commit(ACCOUNT, known, 0, deposit(1))));
    List<Commit> group = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> group.add(commit(ACCOUNT, newKey(), 0, deposit(i))));
    group.set(3, commit(ACCOUNT, newKey(), 0, new Rated(new BigDecimal("1E+200000"))));
    group.set(4, keyed(newKey(), "k".repeat(3_000_000)));
    group.set(17, commit(ACCOUNT, known, 0, deposit(1)));
    group.set(29, commit(ACCOUNT, newKey(), 0, new Deposited(1, "\0")));

    List<CommitResult> results = store.commit(group);

    assertThat(results.get(17)).isEqualTo(CommitResult.Conflict.INSTANCE);
    assertThat(results.get(29)).isInstanceOf(Rejected.class);
    assertThat(results.get(4)).isInstanceOf(Rejected.class);
    assertThat(results.get(3)).isInstanceOf(Rejected.class);
    assertThat(results).filteredOn(Committed.INSTANCE::equals).hasSize(26);
  }

  @ParameterizedTest
  @EnumSource
  void aStringThatIsNoEventOfTheTypeIsRefused(TestDatabase database) {
    isRejectedAlone(
        database, commit(ACCOUNT, newKey(), 0, "a string"), "is not an event of grain type");
  }

  @ParameterizedTest
  @EnumSource
  void eventsThatDoNotLeadToTheNewVersionAreRefused(TestDatabase database) {
    Commit empty = commit(ACCOUNT, newKey(), 0);
    isRejectedAlone(database, empty, "0 events do not lead from version 0 to 0");
  }

  @Test
  void aPlainGrainIsRefusedWhenItIsRegistered() {
    GrainType plain =
        new GrainType("plain", String.class, Kind.PLAIN, false, null, null, 0, 1, false);

    assertThatThrownBy(() -> store(TestDatabase.H2).register(plain))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("'plain'")
        .hasMessageContaining("Storage.none()");
  }

  @Test
  void aTypeNameThatIsTooLongIsRefusedWhenItIsRegistered() {
    GrainType type =
        new GrainType(
            "t".repeat(201),
            PROFILE.grainClass(),
            Kind.STATEFUL,
            false,
            Profile.class,
            null,
            0,
            1,
            false);

    assertThatThrownBy(() -> store(TestDatabase.H2).register(type))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("200 characters");
  }

  @Test
  void keysThatCannotBeStoredAreNoGrainIds() {
    assertThatThrownBy(() -> new GrainId("account", "k".repeat(10_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("512");
    assertThatThrownBy(() -> new GrainId("account", "a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NUL");
  }
}
