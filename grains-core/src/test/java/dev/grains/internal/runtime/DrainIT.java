package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.ClusterOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.internal.runtime.Counter.CounterGrain;
import dev.grains.internal.runtime.Relay.RelayGrain;
import dev.grains.internal.runtime.Relay.Stop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member that leaves takes no more commands, and finishes those it has with all they need. */
class DrainIT {

  private final String cluster = "drain-" + UUID.randomUUID();
  private final Stop stop = new Stop();
  private final Stop open = new Stop();
  private Grains leaving;
  private Grains staying;

  @BeforeEach
  void start() {
    open.open.countDown();
    leaving = member(stop, List.of());
    int port = leaving.hazelcast().getCluster().getLocalMember().getAddress().getPort();
    staying = member(open, List.of("127.0.0.1:" + port));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> leaving.status().safe() && staying.status().partitionsOwned() > 100);
  }

  private Grains member(Stop stop, List<String> members) {
    return Grains.builder()
        .register(Counter.class, CounterGrain::new)
        .register(Relay.class, () -> new RelayGrain(stop))
        .cluster(ClusterOptions.named(cluster).withMembers(members))
        .callTimeout(Duration.ofSeconds(50))
        .start();
  }

  @AfterEach
  void end() {
    stop.open.countDown();
    leaving.close();
    staying.close();
  }

  private static String keyOwnedBy(Grains member, String prefix) {
    UUID uuid = member.hazelcast().getCluster().getLocalMember().getUuid();
    return IntStream.range(0, 10_000)
        .mapToObj(number -> prefix + number)
        .filter(
            key ->
                member
                    .hazelcast()
                    .getPartitionService()
                    .getPartition(key)
                    .getOwner()
                    .getUuid()
                    .equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  /** Closes the member while a relay is held up, and lets the relay go on. */
  private void closeMeanwhile() throws Exception {
    assertThat(stop.reached.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(leaving::close);
    Counter counter = leaving.get(Counter.class, "outside");
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> counter.add(1))
                    .isInstanceOf(GrainUnavailableException.class));
    stop.open.countDown();
    closed.get(60, TimeUnit.SECONDS);
  }

  @Test
  void finishesATurnThatCallsAGrainOfTheSameMember() throws Exception {
    String counter = keyOwnedBy(leaving, "counter");
    Relay relay = staying.get(Relay.class, keyOwnedBy(leaving, "relay"));

    CompletableFuture<Long> total = relay.add(counter).toCompletableFuture();
    closeMeanwhile();

    assertThat(total.get(30, TimeUnit.SECONDS)).isOne();
    assertThat(staying.get(Counter.class, counter).total()).isOne();
  }

  @Test
  void finishesATurnThatCallsBackThroughAnotherMember() throws Exception {
    String counter = keyOwnedBy(leaving, "counter");
    String between = keyOwnedBy(staying, "between");
    Relay relay = staying.get(Relay.class, keyOwnedBy(leaving, "relay"));

    CompletableFuture<Long> total = relay.addThrough(between, counter).toCompletableFuture();
    closeMeanwhile();

    assertThat(total.get(30, TimeUnit.SECONDS)).isOne();
    assertThat(staying.get(Counter.class, counter).total()).isOne();
  }

  @Test
  void finishesTheActionsOfACommit() throws Exception {
    String counter = keyOwnedBy(leaving, "counter");
    Relay relay = staying.get(Relay.class, keyOwnedBy(leaving, "relay"));

    relay.addAfterwards(counter).toCompletableFuture().get(30, TimeUnit.SECONDS);
    closeMeanwhile();

    assertThat(staying.get(Counter.class, counter).total()).isEqualTo(10);
  }

  @Test
  void leavesWhatComesMeanwhileToTheNextOwner() throws Exception {
    String key = keyOwnedBy(leaving, "relay");
    CompletableFuture<Long> held =
        staying.get(Relay.class, key).add(keyOwnedBy(staying, "counter")).toCompletableFuture();
    assertThat(stop.reached.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(leaving::close);
    Counter other = staying.get(Counter.class, keyOwnedBy(leaving, "other"));

    CompletableFuture<Long> late = CompletableFuture.supplyAsync(() -> other.add(1));
    stop.open.countDown();
    closed.get(60, TimeUnit.SECONDS);

    assertThat(held.get(30, TimeUnit.SECONDS)).isOne();
    assertThat(late.get(30, TimeUnit.SECONDS)).isOne();
  }
}
