package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.internal.runtime.Counter.CounterGrain;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoredGrain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A start that fails leaves nothing behind: no thread, no member, no gauge. */
class FailedStartTests {

  private final Leftovers leftovers = new Leftovers();
  private final MeterRegistry meters = new SimpleMeterRegistry();

  private static ClusterOptions options() {
    return ClusterOptions.named("failed-start-" + UUID.randomUUID());
  }

  private void nothingIsLeft() {
    leftovers.awaitNone();
    assertThat(meters.getMeters()).doesNotHaveAnyElementsOfTypes(Gauge.class);
  }

  @Test
  void leavesNothingWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ClusterOptions options = options().withAddress("127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(
              () ->
                  Grains.builder()
                      .register(Counter.class, CounterGrain::new)
                      .cluster(options)
                      .meters(meters)
                      .start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasCauseInstanceOf(HazelcastException.class);
    }

    nothingIsLeft();
  }

  @Test
  void leavesNothingWhenTheStoreRefuses() {
    IllegalStateException refusal = new IllegalStateException("this schema is of another version");

    assertThatThrownBy(
            () ->
                Grains.builder()
                    .register(Counter.class, CounterGrain::new)
                    .storage(Storage.in(new RefusingStore(refusal)))
                    .cluster(options())
                    .meters(meters)
                    .start())
        .isSameAs(refusal);

    nothingIsLeft();
  }

  @Test
  void leavesNothingWhenTheClusterHasTheTypeSetUpDifferently() {
    ClusterOptions options = options();
    try (Grains first =
        Grains.builder()
            .register(Counter.class, CounterGrain::new)
            .storage(Storage.replicated(1))
            .cluster(options)
            .start()) {
      String address = first.status().member().replaceAll("[\\[\\]]", "");
      String hostAndPort = address.substring(address.indexOf("127."));

      assertThatThrownBy(
              () ->
                  Grains.builder()
                      .register(Counter.class, CounterGrain::new)
                      .storage(Storage.replicated(2))
                      .cluster(options.withMembers(List.of(hostAndPort)))
                      .meters(meters)
                      .start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("'counter' is set up differently");

      assertThat(first.get(Counter.class, "1").add(1)).isEqualTo(1);
    }

    nothingIsLeft();
  }

  @Test
  void leavesTheFirstAloneWhenTheInstanceIsUsedAlready() {
    HazelcastInstance hazelcast =
        Hazelcast.newHazelcastInstance(Grains.configure(Members.config()));
    try (Grains first =
        Grains.builder()
            .register(Counter.class, CounterGrain::new)
            .storage(Storage.replicated(0))
            .hazelcast(hazelcast)
            .meters(meters)
            .start()) {
      first.get(Counter.class, "1").add(1);
      Leftovers second = new Leftovers();

      assertThatThrownBy(
              () ->
                  Grains.builder()
                      .register(Counter.class, CounterGrain::new)
                      .hazelcast(hazelcast)
                      .meters(meters)
                      .start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("used by another Grains already");

      second.awaitNoneBesideHazelcast();
      assertThat(first.get(Counter.class, "1").add(1)).isEqualTo(2);
      assertThat(meters.get("grains.active").tag("type", "counter").gauge().value()).isOne();
    } finally {
      hazelcast.shutdown();
    }

    nothingIsLeft();
  }

  /** Refuses every type. */
  private record RefusingStore(RuntimeException refusal) implements GrainStore {

    @Override
    public void register(GrainType type) {
      throw refusal;
    }

    @Override
    public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
      throw refusal;
    }

    @Override
    public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
      throw refusal;
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
      throw refusal;
    }
  }
}
