package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.NOW;
import static dev.grains.jdbc.Accounts.PROFILE;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.document;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static dev.grains.jdbc.Accounts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Deposited;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Free;
import dev.grains.jdbc.Accounts.Monthly;
import dev.grains.jdbc.Accounts.Profile;
import dev.grains.jdbc.Accounts.Rated;
import dev.grains.jdbc.Accounts.TariffChosen;
import dev.grains.jdbc.Accounts.Withdrawn;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.GrainType;
import dev.grains.spi.NewEvent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored today must be readable for ever: these texts never change. */
class StoredFormTests {

  private final JsonMapper json = JsonMapper.shared();

  private void assertJson(String actual, String expected) {
    assertThat(json.readTree(actual)).isEqualTo(json.readTree(expected));
  }

  private static String where(String key) {
    return " where type = 'account' and \"key\" = '" + key + "' ";
  }

  @ParameterizedTest
  @EnumSource
  void anEventIsItsTypeNameFormatAndJson(TestDatabase database) throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    String key = newKey();
    store.commit(
        List.of(
            commit(
                ACCOUNT,
                key,
                0,
                new Deposited(120, "it's \"1\""),
                new Withdrawn(5, "EUR"),
                new TariffChosen(new Monthly(7, new Free())),
                new Rated(new BigDecimal("1.10")))));

    String row = "select %s from grain_event" + where(key) + "and version = %s";
    assertThat(database.text(row.formatted("event_type", 1))).isEqualTo("deposited");
    assertThat(database.text(row.formatted("format", 1))).isEqualTo("1");
    assertJson(
        database.text(row.formatted("payload", 1)),
        """
        {"cents": 120, "note": "it's \\"1\\""}""");
    assertThat(database.text(row.formatted("event_type", 2))).isEqualTo("withdrawn");
    assertThat(database.text(row.formatted("format", 2))).isEqualTo("3");
    assertJson(
        database.text(row.formatted("payload", 2)),
        """
        {"cents": 5, "currency": "EUR"}""");
    assertThat(database.text(row.formatted("event_type", 3))).isEqualTo("TariffChosen");
    assertJson(
        database.text(row.formatted("payload", 3)),
        """
        {"tariff": {"@type": "Monthly", "price": 7, "after": {"@type": "Free"}}}""");
    assertThat(database.text(row.formatted("payload", 4))).contains("1.10");
  }

  @ParameterizedTest
  @EnumSource
  void metadataIsJsonWithTheReceiptsOfTheCommitInItsLastEvent(TestDatabase database)
      throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    String key = newKey();
    EventMetadata full =
        new EventMetadata(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "c-1",
            "order/7",
            "key-1",
            Map.of("tenant", "t"));
    store.commit(
        List.of(
            new Commit(
                ACCOUNT,
                id(key),
                0,
                2,
                NOW,
                List.of(
                    new NewEvent(deposit(1), full), new NewEvent(deposit(2), Accounts.metadata())),
                Account.EMPTY,
                List.of(receipt(41, NOW.plusSeconds(60))),
                List.of())));

    String row = "select metadata from grain_event" + where(key) + "and version = %s";
    assertJson(
        database.text(row.formatted(1)),
        """
        {"caller": "00000000-0000-0000-0000-000000000001", "correlation": "c-1",
         "causation": "order/7", "key": "key-1", "headers": {"tenant": "t"}}""");
    assertJson(
        database.text(row.formatted(2)),
        """
        {"correlation": "correlation",
         "receipts": {"00000000-0000-0000-0000-0000000000ca": [41, 1767225660000000, "AQID"]}}""");
  }

  @ParameterizedTest
  @EnumSource
  void aCorrelationThatBeginsWithItsCallerDoesNotRepeatIt(TestDatabase database)
      throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    String key = newKey();
    EventMetadata own =
        new EventMetadata(Accounts.CALLER, Accounts.CALLER + "/41/0", null, null, Map.of());
    EventMetadata similar =
        new EventMetadata(Accounts.CALLER, Accounts.CALLER + "-41", null, null, Map.of());
    store.commit(
        List.of(
            new Commit(
                ACCOUNT,
                id(key),
                0,
                2,
                NOW,
                List.of(new NewEvent(deposit(1), similar), new NewEvent(deposit(2), own)),
                Account.EMPTY,
                List.of(receipt(41, NOW.plusSeconds(60))),
                List.of())));

    assertJson(
        database.text("select metadata from grain_event" + where(key) + "and version = 2"),
        """
        {"call": "41/0",
         "receipts": {"00000000-0000-0000-0000-0000000000ca": [41, 1767225660000000, "AQID"]}}""");
    List<EventMetadata> read = new ArrayList<>();
    store.history(ACCOUNT, id(key), 0, event -> read.add(event.metadata()));
    assertThat(read).containsExactly(similar, own);
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotIsTheStateWithItsFormatAndReceipts(TestDatabase database) throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    GrainType type = Accounts.account(2, 4, false);
    String key = newKey();
    Account state = new Account(3, new Monthly(7, new Free()));

    store.commit(
        List.of(
            commit(
                type,
                key,
                0,
                state,
                List.of(receipt(41, NOW.plusSeconds(60))),
                List.of(),
                deposit(1),
                deposit(2))));

    String row = "select %s from grain_snapshot" + where(key);
    assertThat(database.text(row.formatted("version"))).isEqualTo("2");
    assertThat(database.text(row.formatted("format"))).isEqualTo("4");
    assertJson(
        database.text(row.formatted("state")),
        """
        {"cents": 3, "tariff": {"@type": "Monthly", "price": 7, "after": {"@type": "Free"}}}""");
    assertJson(
        database.text(row.formatted("receipts")),
        """
        {"00000000-0000-0000-0000-0000000000ca": [41, 1767225660000000, "AQID"]}""");
    assertThat(store.load(type, id(key), new Fold()).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentIsItsStateAndReceipts(TestDatabase database) throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    String key = newKey();
    String row = "select %s from grain_state where type = 'profile' and \"key\" = '" + key + "'";

    store.commit(List.of(document(key, 0, new Profile("Zoë"), receipt(41, NOW.plusSeconds(60)))));

    assertJson(
        database.text(row.formatted("state")),
        """
        {"name": "Zoë"}""");
    assertJson(
        database.text(row.formatted("receipts")),
        """
        {"00000000-0000-0000-0000-0000000000ca": [41, 1767225660000000, "AQID"]}""");

    store.commit(List.of(document(key, 1, null)));

    assertThat(database.text(row.formatted("state"))).isNull();
    assertThat(database.text(row.formatted("version"))).isEqualTo("2");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStoredHasNoClassNames(TestDatabase database) throws SQLException {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    String key = newKey();

    assertThat(
            store.commit(
                List.of(
                    commit(
                        Accounts.account(1, 1, false),
                        key,
                        0,
                        new TariffChosen(new Monthly(1, new Free()))))))
        .containsExactly(Committed.INSTANCE);

    assertThat(
            database.text(
                "select count(*) from grain_event"
                    + where(key)
                    + "and (cast(payload as varchar(9999)) like '%dev.grains%'"
                    + " or cast(metadata as varchar(9999)) like '%dev.grains%'"
                    + " or event_type like '%.%')"))
        .isEqualTo("0");
    assertThat(
            database.text(
                "select count(*) from grain_snapshot"
                    + where(key)
                    + "and cast(state as varchar(9999)) like '%dev.grains%'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource
  void aStateOfASealedTypeComesBack(TestDatabase database) {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    GrainType type =
        new GrainType(
            "tariff",
            Accounts.ProfileGrain.class,
            GrainType.Kind.STATEFUL,
            false,
            Accounts.Tariff.class,
            null,
            0,
            1,
            false);
    GrainId id = new GrainId("tariff", newKey());
    Object state = new Monthly(7, new Monthly(8, new Free()));

    store.commit(List.of(new Commit(type, id, 0, 1, NOW, List.of(), state, List.of(), List.of())));

    assertThat(store.load(type, id, new Fold()).state()).isEqualTo(state);
    assertThat(store.load(PROFILE, new GrainId("profile", newKey()), new Fold()).version())
        .isZero();
  }
}
