package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.DeactivationPolicy;
import dev.grains.GrainOptions;
import dev.grains.Limits;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.spi.GrainStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GrainsPropertiesTests {

  @Test
  void defaultsAreThoseOfTheCore() {
    RuntimeSettings settings = new RuntimeSettings(bind(Map.of()));

    assertThat(settings.threads()).isEqualTo(Threads.defaults());
    assertThat(settings.limits()).isEqualTo(Limits.defaults());
    assertThat(bind(Map.of()).callTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(bind(Map.of()).healAfter()).isEqualTo(Duration.ofSeconds(2));
    assertThat(bind(Map.of()).shutdown().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(bind(Map.of()).memoryPressure()).isEqualTo(1);
    assertThat(storage(bind(Map.of()), null)).isEqualTo(Storage.replicated());
  }

  @Test
  void turnsLanesAndCommitsBecomeThreadsAndLimits() {
    RuntimeSettings settings =
        new RuntimeSettings(
            bind(
                Map.ofEntries(
                    Map.entry("grains.turns.workers", "1"),
                    Map.entry("grains.commits.committers", "2"),
                    Map.entry("grains.turns.loads", "3"),
                    Map.entry("grains.lanes.replies", "4"),
                    Map.entry("grains.lanes.calls", "5"),
                    Map.entry("grains.lanes.batch-calls", "6"),
                    Map.entry("grains.lanes.batch-bytes", "7"),
                    Map.entry("grains.lanes.call-bytes", "8"),
                    Map.entry("grains.turns.mailbox", "9"),
                    Map.entry("grains.commits.queue", "10"),
                    Map.entry("grains.commits.group-commits", "11"),
                    Map.entry("grains.commits.group-bytes", "12"))));

    assertThat(settings.threads()).isEqualTo(new Threads(1, 2, 3, 4));
    assertThat(settings.limits()).isEqualTo(new Limits(5, 6, 7, 8, 9, 10, 11, 12));
  }

  @Test
  void settingsOfATypeGoOverThoseOfItsRegistration() {
    GrainsProperties properties =
        bind(
            Map.of(
                "grains.types.account.idle-timeout", "1m",
                "grains.types.account.max-active", "5",
                "grains.types.account.policy", "adaptive",
                "grains.types.account.backup-count", "2",
                "grains.types.account.idempotency-retention", "1h"));
    GrainOptions registered = GrainOptions.defaults().withMaxActive(7);

    GrainOptions options = types(properties, null).options("account", registered);

    assertThat(options)
        .isEqualTo(
            new GrainOptions(
                Duration.ofMinutes(1),
                5,
                DeactivationPolicy.ADAPTIVE,
                Storage.replicated(2),
                Duration.ofHours(1)));
    assertThat(types(properties, null).options("other", registered)).isSameAs(registered);
  }

  @Test
  void aTypeWithADotInItsNameGoesIntoBrackets() {
    GrainsProperties properties = bind(Map.of("grains.types[patient.v2].max-active", "5"));

    assertThat(types(properties, null).options("patient.v2", GrainOptions.defaults()).maxActive())
        .isEqualTo(5);
  }

  @Test
  void typesChooseTheirStore() {
    GrainStore store = new ClosedStore();
    GrainsProperties properties =
        bind(
            Map.of(
                "grains.types.a.store", "none",
                "grains.types.b.store", "replicated",
                "grains.types.c.store", "jdbc",
                "grains.types.d.store", "auto"));
    TypeSettings types = types(properties, store);

    assertThat(storage(types, "a")).isEqualTo(Storage.none());
    assertThat(storage(types, "b")).isEqualTo(Storage.replicated());
    assertThat(storage(types, "c")).isEqualTo(Storage.in(store));
    assertThat(storage(types, "d")).isEqualTo(Storage.in(store));
    assertThat(storage(types, "e")).isNull();
  }

  private static GrainsProperties bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("grains", GrainsProperties.class);
  }

  private static TypeSettings types(GrainsProperties properties, @Nullable GrainStore store) {
    return new TypeSettings(properties, new StorageSettings(store, List.of()));
  }

  private static @Nullable Storage storage(TypeSettings types, String name) {
    types.checkNames(Set.of("a", "b", "c", "d"));
    return types.options(name, GrainOptions.defaults()).storage();
  }

  private static Storage storage(GrainsProperties properties, @Nullable GrainStore store) {
    return new StorageSettings(store, List.of())
        .storage(properties.store(), "store", properties.backupCount(), "backup-count");
  }
}
