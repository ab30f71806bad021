package dev.grains;

import static java.time.temporal.ChronoUnit.FOREVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user may get wrong in a setting: each error names the setting and what it may be. */
@NullUnmarked
class RefusedSettingsTests {

  private static final GrainsBuilder BUILDER = Grains.builder();
  private static final GrainOptions TYPE = GrainOptions.defaults();
  private static final ClusterOptions CLUSTER = ClusterOptions.named("c");
  private static final Duration LESS = Duration.ofNanos(-1);

  private static Arguments refused(String message, ThrowingCallable call) {
    return arguments(message, call);
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        refused("callTimeout must be more than zero", () -> BUILDER.callTimeout(Duration.ZERO)),
        refused("callTimeout must be more than zero", () -> BUILDER.callTimeout(LESS)),
        refused("healAfter must be more than zero", () -> BUILDER.healAfter(Duration.ZERO)),
        refused("shutdownTimeout must be more than", () -> BUILDER.shutdownTimeout(LESS)),
        refused("memoryPressure must be more than 0", () -> BUILDER.memoryPressure(0)),
        refused("memoryPressure must be more than 0", () -> BUILDER.memoryPressure(1.01)),
        refused("was NaN", () -> BUILDER.memoryPressure(Double.NaN)),
        refused("idleTimeout must be more", () -> TYPE.withIdleTimeout(Duration.ZERO)),
        refused("idempotencyRetention must be", () -> TYPE.withIdempotencyRetention(LESS)),
        refused("maxActive must be 1 or more, was 0", () -> TYPE.withMaxActive(0)),
        refused("maxActive must be 1 or more, was -1", () -> TYPE.withMaxActive(-1)),
        refused("backups must be 0 to 6, was 7", () -> Storage.replicated(7)),
        refused("backups must be 0 to 6, was -1", () -> Storage.replicated(-1)),
        refused("workers must be 1 to 4000, was 0", () -> Threads.defaults().withWorkers(0)),
        refused("loads must be 1 to 4000", () -> Threads.defaults().withLoads(1_000_000)),
        refused("committers must be 1 to 256", () -> Threads.defaults().withCommitters(-1)),
        refused("replies must be 1 to 256", () -> Threads.defaults().withReplies(100_000)),
        refused("laneCalls must be 1 or more", () -> Limits.defaults().withCalls(0, 1)),
        refused("batchCalls must be 1 or more", () -> Limits.defaults().withCalls(1, 0)),
        refused("callBytes must be 1 or more", () -> Limits.defaults().withBytes(-1, 1)),
        refused("batchBytes must be 1 or more", () -> Limits.defaults().withBytes(1, -1)),
        refused("mailbox must be 1 or more", () -> Limits.defaults().withMailbox(0)),
        refused("commitQueue must be 1 or", () -> Limits.defaults().withCommits(0, 1)),
        refused("groupCommits must be 1 or", () -> Limits.defaults().withCommits(1, 0)),
        refused("name of the cluster must not be blank", () -> ClusterOptions.named(" ")),
        refused("host must not be blank", () -> CLUSTER.withAddress("", 0)),
        refused("port must be 0 to 65535, was -1", () -> CLUSTER.withAddress("127.0.0.1", -1)),
        refused("port must be 0 to 65535", () -> CLUSTER.withAddress("127.0.0.1", 70_000)),
        refused("a member to join must not be blank", () -> CLUSTER.withMembers(List.of(""))),
        refused("minMembers must be 1 or more, was 0", () -> CLUSTER.withMinMembers(0)),
        refused("minMembers must be 1 or more", () -> Grains.configure(new Config(), -1)),
        refused("timeout must be more than zero", () -> CallOptions.timeout(Duration.ZERO)),
        refused("idempotency key has 1 to 200", () -> CallOptions.idempotencyKey("")),
        refused("this one has 201", () -> CallOptions.idempotencyKey("k".repeat(201))),
        refused("character at index 1", () -> CallOptions.idempotencyKey("a\0b")),
        refused("character at index 0", () -> CallOptions.idempotencyKey("\ud800")),
        refused("ifVersion must not be negative", () -> CallOptions.ifVersion(-1)),
        refused("'account' must not be empty", () -> new GrainId("account", "")),
        refused("has 513 characters; at most 512", () -> new GrainId("account", "k".repeat(513))),
        refused("character at index 2", () -> new GrainId("account", "42\0")),
        refused("character at index 0", () -> new GrainId("account", "\udc00x")));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aValueThatCannotWorkIsRefusedByItsName(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> nulls() {
    return Stream.of(
        refused("contract", () -> BUILDER.register(null, Object::new)),
        refused("contract", () -> BUILDER.call(null)),
        refused("instance", () -> BUILDER.hazelcast(null)),
        refused("options", () -> BUILDER.cluster(null)),
        refused("storage", () -> BUILDER.storage(null)),
        refused("clock", () -> BUILDER.clock(null)),
        refused("registry", () -> BUILDER.meters(null)),
        refused("interceptor", () -> BUILDER.interceptor(null)),
        refused("callTimeout", () -> BUILDER.callTimeout(null)),
        refused("healAfter", () -> BUILDER.healAfter(null)),
        refused("shutdownTimeout", () -> BUILDER.shutdownTimeout(null)),
        refused("threads", () -> BUILDER.threads(null)),
        refused("limits", () -> BUILDER.limits(null)),
        refused("config", () -> Grains.configure((Config) null)),
        refused("config", () -> Grains.configure(null, 2)),
        refused("config", () -> Grains.configure((ClientConfig) null)),
        refused("idleTimeout", () -> TYPE.withIdleTimeout(null)),
        refused("policy", () -> TYPE.withPolicy(null)),
        refused("idempotencyRetention", () -> TYPE.withIdempotencyRetention(null)),
        refused("store", () -> Storage.in(null)),
        refused("name", () -> ClusterOptions.named(null)),
        refused("host", () -> CLUSTER.withAddress(null, 0)),
        refused("members", () -> CLUSTER.withMembers(null)),
        refused("a member", () -> CLUSTER.withMembers(Arrays.asList("a:1", null))),
        refused("customizer", () -> CLUSTER.withCustomizer(null)),
        refused("timeout", () -> CallOptions.timeout(null)),
        refused("key", () -> CallOptions.idempotencyKey(null)),
        refused("type", () -> new GrainId(null, "1")),
        refused("key", () -> new GrainId("account", null)));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsRefusedByTheNameOfTheParameter(String name, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
  }

  @Test
  void timesBeyondAllMeasureMeanForEver() {
    Duration forEver = Duration.ofDays(36_500);

    assertThat(TYPE.withIdleTimeout(FOREVER.getDuration()).idleTimeout()).isEqualTo(forEver);
    assertThat(TYPE.withIdempotencyRetention(FOREVER.getDuration()).idempotencyRetention())
        .isEqualTo(forEver);
    assertThat(CallOptions.timeout(FOREVER.getDuration()).timeout()).isEqualTo(forEver);
  }
}
