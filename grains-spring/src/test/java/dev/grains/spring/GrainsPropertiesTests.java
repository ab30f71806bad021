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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
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
                Map.of(
                    "grains.turns.workers", "1",
                    "grains.commits.committers", "2",
                    "grains.turns.loads", "3",
                    "grains.lanes.replies", "4",
                    "grains.lanes.calls", "5",
                    "grains.lanes.batch-calls", "6",
                    "grains.lanes.batch-bytes", "7",
                    "grains.lanes.call-bytes", "8",
                    "grains.turns.mailbox", "9",
                    "grains.commits.queue", "10")));

    assertThat(settings.threads()).isEqualTo(new Threads(1, 2, 3, 4));
    assertThat(settings.limits())
        .isEqualTo(new Limits(5, 6, 7, 8, 9, 10, 400, Limits.defaults().groupBytes()));
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

  @ParameterizedTest
  @CsvSource({
    "call-timeout, 0s",
    "heal-after, -1s",
    "memory-pressure, 0",
    "memory-pressure, 1.1",
    "shutdown.timeout, 0s",
    "shutdown.announce, -1s",
    "turns.workers, 0",
    "turns.loads, 0",
    "turns.mailbox, -5",
    "lanes.calls, 0",
    "lanes.batch-calls, 0",
    "lanes.batch-bytes, 0",
    "lanes.call-bytes, 0",
    "lanes.replies, 0",
    "commits.committers, 0",
    "commits.queue, 0",
    "commits.group-commits, 0",
    "commits.group-bytes, 0",
    "backup-count, 7",
    "store, jdbc",
    "cluster.port, 70000",
    "cluster.min-members, 0",
    "types.account.idle-timeout, 0s",
    "types.account.max-active, 0",
    "types.account.backup-count, -1",
    "types.account.store, jdbc",
    "types.account.idempotency-retention, -1h",
  })
  void refusesAValueByTheNameOfItsProperty(String name, String value) {
    Contexts.bank()
        .withPropertyValues("grains." + name + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        failure -> {
                          assertThat("grains." + name).startsWith(failure.getName());
                          assertThat(failure.getReason()).endsWith(".");
                        }));
  }

  @Test
  void refusesSettingsOfATypeThatNobodyHosts() {
    Contexts.bank()
        .withPropertyValues("grains.types.acount.max-active=5")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("grains.types.acount")
                    .hasMessageContaining("Hosted are [account]"));
  }

  @Test
  void refusesAPropertyThatIsMisspelt() {
    Contexts.bank()
        .withPropertyValues("grains.cluster.prot=5701")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnboundConfigurationPropertiesException.class)
                    .hasMessageContaining("grains.cluster.prot"));
  }

  @Test
  void refusesAValueOfTheWrongType() {
    Contexts.bank()
        .withPropertyValues("grains.cluster.port=many")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(BindException.class.getName())
                    .hasStackTraceContaining("grains.cluster.port"));
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
