package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.id;
import static dev.grains.jdbc.Accounts.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainDefinitionException;
import dev.grains.jdbc.Accounts.Deposited;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Rated;
import dev.grains.jdbc.Accounts.Withdrawn;
import dev.grains.spi.StoredDataException;
import dev.grains.spi.StoredEvent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class UpcasterTests {

  private static final Upcaster ADD_CURRENCY =
      Upcaster.of(
          "account",
          "withdrawn",
          1,
          event -> List.of(event.next(((ObjectNode) event.payload()).put("currency", "EUR"))));

  private static final Upcaster DOLLARS =
      Upcaster.of(
          "account",
          "withdrawn",
          2,
          event -> {
            ObjectNode payload = (ObjectNode) event.payload();
            return List.of(event.next(payload.put("currency", payload.get("currency") + "-2")));
          });

  private static JdbcGrainStore store(TestDatabase database, Upcaster... upcasters) {
    JdbcGrainStoreOptions options = JdbcGrainStoreOptions.defaults();
    for (Upcaster upcaster : upcasters) {
      options = options.withUpcaster(upcaster);
    }
    return JdbcGrainStore.create(database.dataSource(), options);
  }

  /** Stores an account with one event that the program of today would not write. */
  private static String keyOf(TestDatabase database, String eventType, int format, String payload)
      throws SQLException {
    String key = newKey();
    store(database).commit(List.of(commit(ACCOUNT, key, 0, deposit(100))));
    insert(database, key, 2, eventType, format, payload);
    return key;
  }

  private static void insert(
      TestDatabase database, String key, int version, String eventType, int format, String payload)
      throws SQLException {
    database.execute(
        """
        insert into grain_event
          (type, "key", version, event_type, format, payload, metadata, recorded_at)
        select type, "key", %s, '%s', %s, '%s', metadata, recorded_at
        from grain_event where "key" = '%s' and version = 1"""
            .formatted(version, eventType, format, payload, key));
  }

  private static List<Object> eventsOf(JdbcGrainStore store, String key) {
    Fold fold = new Fold();
    store.load(ACCOUNT, id(key), fold);
    return fold.events();
  }

  @ParameterizedTest
  @EnumSource
  void formatsAreBroughtUpToDateStepByStep(TestDatabase database) throws SQLException {
    String key = keyOf(database, "withdrawn", 1, "{\"cents\": 5}");
    insert(database, key, 3, "withdrawn", 2, "{\"cents\": 6, \"currency\": \"SEK\"}");
    JdbcGrainStore store = store(database, DOLLARS, ADD_CURRENCY);

    assertThat(eventsOf(store, key))
        .containsExactly(
            deposit(100), new Withdrawn(5, "\"EUR\"-2"), new Withdrawn(6, "\"SEK\"-2"));
    assertThat(store.load(ACCOUNT, id(key), new Fold()).version()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void oneStoredEventMayHaveBecomeSeveral(TestDatabase database) throws SQLException {
    String key = keyOf(database, "moved", 1, "{\"out\": 5, \"in\": 7}");
    insert(database, key, 3, "deposited", 1, "{\"cents\": 1, \"note\": \"after\"}");
    JdbcGrainStore store =
        store(
            database,
            ADD_CURRENCY,
            DOLLARS,
            Upcaster.of(
                "account",
                "moved",
                1,
                event ->
                    List.of(
                        new EventForm(
                            "withdrawn",
                            1,
                            node().put("cents", event.payload().get("out").intValue())),
                        new EventForm(
                            "deposited",
                            1,
                            node()
                                .put("cents", event.payload().get("in").intValue())
                                .put("note", "moved")))));

    assertThat(eventsOf(store, key))
        .containsExactly(
            deposit(100),
            new Withdrawn(5, "\"EUR\"-2"),
            new Deposited(7, "moved"),
            new Deposited(1, "after"));
    List<StoredEvent> history = new ArrayList<>();
    store.history(ACCOUNT, id(key), 1, history::add);
    assertThat(history).extracting(StoredEvent::version).containsExactly(2L, 2L, 3L);
    assertThat(history)
        .extracting(StoredEvent::event)
        .containsExactly(
            new Withdrawn(5, "\"EUR\"-2"), new Deposited(7, "moved"), new Deposited(1, "after"));
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  @ParameterizedTest
  @EnumSource
  void anEventThatMeansNothingAnyMoreStillCountsAsAVersion(TestDatabase database)
      throws SQLException {
    String key = keyOf(database, "pinged", 1, "{}");
    JdbcGrainStore store = store(database, Upcaster.of("account", "pinged", 1, event -> List.of()));

    assertThat(eventsOf(store, key)).containsExactly(deposit(100));
    assertThat(store.load(ACCOUNT, id(key), new Fold()).version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void numbersPassThroughUpcastersUnrounded(TestDatabase database) throws SQLException {
    String key =
        keyOf(database, "rated", 1, "{\"rate\": 0.1234567890123456789012345678901234567890}");
    JdbcGrainStore store =
        store(
            database,
            Upcaster.of(
                "account",
                "rated",
                1,
                event -> List.of(new EventForm("Rated", 1, event.payload()))));

    assertThat(eventsOf(store, key))
        .last()
        .isEqualTo(new Rated(new BigDecimal("0.1234567890123456789012345678901234567890")));
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownEventTypeKeepsItsGrainAloneFromLoading(TestDatabase database) throws SQLException {
    String key = keyOf(database, "frozen", 1, "{}");
    String healthy = newKey();
    JdbcGrainStore store = store(database);
    store.commit(List.of(commit(ACCOUNT, healthy, 0, deposit(1))));

    assertThatThrownBy(() -> eventsOf(store, key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("account/" + key)
        .hasMessageContaining("version 2")
        .hasMessageContaining("'frozen'")
        .hasMessageContaining("add an Upcaster");
    assertThatThrownBy(() -> store.history(ACCOUNT, id(key), 0, event -> {}))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("'frozen'");
    assertThat(eventsOf(store, healthy)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anOlderFormatWithoutUpcasterIsRefused(TestDatabase database) throws SQLException {
    String key = keyOf(database, "withdrawn", 1, "{\"cents\": 5}");

    assertThatThrownBy(() -> eventsOf(store(database), key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("format 1")
        .hasMessageContaining("the event class has format 3; add an Upcaster");
  }

  @ParameterizedTest
  @EnumSource
  void aFormatOfANewerProgramIsRefused(TestDatabase database) throws SQLException {
    String key = keyOf(database, "withdrawn", 4, "{\"cents\": 5}");

    assertThatThrownBy(() -> eventsOf(store(database), key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("format 4")
        .hasMessageContaining("update the program");
  }

  @ParameterizedTest
  @EnumSource
  void jsonThatDoesNotFitTheEventIsRefused(TestDatabase database) throws SQLException {
    for (String broken : List.of("[1]", "{\"cents\": \"many\", \"note\": \"\"}", "null")) {
      String key = keyOf(database, "deposited", 1, broken);

      assertThatThrownBy(() -> eventsOf(store(database), key))
          .isInstanceOf(StoredDataException.class)
          .hasMessageContaining("account/" + key)
          .hasMessageContaining("version 2")
          .hasMessageContaining("'deposited'");
    }
  }

  @Test
  void brokenJsonIsRefused() throws SQLException {
    String key = keyOf(TestDatabase.H2, "deposited", 1, "{\"cents\": 5");

    assertThatThrownBy(() -> eventsOf(store(TestDatabase.H2), key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("version 2");
  }

  @ParameterizedTest
  @EnumSource
  void aFailingUpcasterIsNamedWithTheEvent(TestDatabase database) throws SQLException {
    String key = keyOf(database, "withdrawn", 1, "{\"cents\": 5}");
    Upcaster failing =
        Upcaster.of(
            "account",
            "withdrawn",
            1,
            event -> {
              throw new IllegalStateException("no idea");
            });

    assertThatThrownBy(() -> eventsOf(store(database, failing), key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("no idea");
  }

  @ParameterizedTest
  @EnumSource
  void upcastersThatLeadInACircleAreFound(TestDatabase database) throws SQLException {
    String key = keyOf(database, "a", 1, "{}");
    Upcaster there =
        Upcaster.of("account", "a", 1, event -> List.of(new EventForm("b", 1, event.payload())));
    Upcaster back =
        Upcaster.of("account", "b", 1, event -> List.of(new EventForm("a", 1, event.payload())));

    assertThatThrownBy(() -> eventsOf(store(database, there, back), key))
        .isInstanceOf(StoredDataException.class)
        .hasMessageContaining("lead in a circle");
  }

  @Test
  void twoUpcastersOfOneFormatAreRefused() {
    JdbcGrainStore store = store(TestDatabase.H2, ADD_CURRENCY, ADD_CURRENCY);

    assertThatThrownBy(() -> store.register(ACCOUNT))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("two upcasters")
        .hasMessageContaining("'withdrawn'");
  }

  @ParameterizedTest
  @EnumSource
  void anUpcasterOfAnotherGrainTypeIsLeftAlone(TestDatabase database) throws SQLException {
    String key = keyOf(database, "withdrawn", 3, "{\"cents\": 5, \"currency\": \"EUR\"}");
    Upcaster other = Upcaster.of("other", "withdrawn", 3, event -> List.of());

    assertThat(eventsOf(store(database, other), key)).hasSize(2);
  }
}
