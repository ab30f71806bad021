package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class RefusedPropertyTests {

  private static final List<Class<?>> NUMBERS =
      List.of(int.class, Integer.class, double.class, Duration.class);

  /** The properties of a record, those of the records in it, and those of the type account. */
  static Stream<Map.Entry<String, Class<?>>> properties(Class<?> type, String prefix) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> properties(component, prefix));
  }

  private static Stream<Map.Entry<String, Class<?>>> properties(
      RecordComponent component, String prefix) {
    String name = prefix + component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase();
    if (component.getType().isRecord()) {
      return properties(component.getType(), name + ".");
    }
    return name.equals("types")
        ? properties(GrainsProperties.Type.class, "types.account.")
        : Stream.of(Map.entry(name, component.getType()));
  }

  static Stream<String> numbers() {
    return properties(GrainsProperties.class, "")
        .filter(property -> NUMBERS.contains(property.getValue()))
        .map(Map.Entry::getKey);
  }

  static Stream<String> allButTexts() {
    return properties(GrainsProperties.class, "")
        .filter(
            property -> !List.of(String.class, List.class, Map.class).contains(property.getValue()))
        .map(Map.Entry::getKey);
  }

  @Test
  void theRecordIsReadWhole() {
    assertThat(numbers())
        .hasSizeGreaterThan(20)
        .contains("call-timeout", "web.retry-after", "types.account.max-active");
    assertThat(allButTexts())
        .contains("mdc", "cluster.lite", "web.problem-details", "types.account.policy");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void refusesWhatIsBelowZero(String name) {
    assertRefused(name, "-1");
  }

  @ParameterizedTest
  @MethodSource("allButTexts")
  void refusesWhatIsOfAnotherType(String name) {
    Contexts.bank()
        .withPropertyValues("grains." + name + "=wrong")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(BindException.class.getName())
                    .hasStackTraceContaining("grains." + name));
  }

  @ParameterizedTest
  @CsvSource({
    "call-timeout, 0s",
    "heal-after, 0s",
    "memory-pressure, 0",
    "memory-pressure, 1.1",
    "memory-pressure, NaN",
    "shutdown.timeout, 0s",
    "shutdown.announce, 30s",
    "turns.workers, 0",
    "turns.loads, 0",
    "turns.mailbox, 0",
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
    "web.retry-after, 0s",
    "cluster.port, 65536",
    "cluster.min-members, 0",
    "cluster.host, 192.0.2.1", // TEST-NET-1 of RFC 5737, nobody's
    "cluster.host, nowhere.invalid",
    "cluster.members, 10.0.0.7:65536",
    "cluster.members, 10.0.0.7:0",
    "cluster.members, 10.0.0.7:port",
    "cluster.members, 'tcp://10.0.0.7:5701'",
    "types.account.idle-timeout, 0s",
    "types.account.max-active, 0",
    "types.account.backup-count, 7",
    "types.account.store, jdbc",
    "types.account.idempotency-retention, 0s",
  })
  void refusesWhatCannotWork(String name, String value) {
    assertRefused(name, value);
  }

  @Test
  void refusesAPortThatIsInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused("cluster.port", String.valueOf(other.getLocalPort()));
    }
  }

  private static void assertRefused(String name, String value) {
    Contexts.bank()
        .withPropertyValues("spring.application.name=refused", "grains." + name + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        failure -> {
                          assertThat(failure.getName()).isEqualTo("grains." + name);
                          assertThat(failure.getReason()).endsWith(".");
                        }));
  }

  @Test
  void takesTheSmallestValues() {
    Stream<String> smallest =
        numbers()
            .filter(name -> !name.equals("cluster.port"))
            .map(name -> "grains." + name + "=" + (name.endsWith("backup-count") ? "0" : "1"));
    Contexts.bank()
        .withPropertyValues(smallest.toArray(String[]::new))
        .withPropertyValues("grains.call-timeout=10s", "grains.heal-after=2s")
        .run(context -> assertThat(context).hasNotFailed());
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grains.stor",
        "grains.cluster.prot",
        "grains.turns.worker",
        "grains.types.account.idle-time",
        "grains.types.patient.v2.max-active",
      })
  void refusesAPropertyThatIsMisspelt(String name) {
    Contexts.bank()
        .withPropertyValues(name + "=5")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnboundConfigurationPropertiesException.class)
                    .hasMessageContaining(name));
  }
}
