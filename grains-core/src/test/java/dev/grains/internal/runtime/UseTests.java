package dev.grains.internal.runtime;

import static java.time.temporal.ChronoUnit.FOREVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.CallOptions;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.internal.runtime.Counter.CounterGrain;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a user may get wrong with the whole, and what may look wrong and works. */
@NullUnmarked
class UseTests {

  @Grain("counter")
  interface AnotherCounter {
    void run();
  }

  @Grain("hidden")
  private interface Hidden {
    String greet(String name);
  }

  private final class HiddenGrain extends dev.grains.Grain implements Hidden {
    @Override
    public String greet(String name) {
      return "hello " + name + " from " + id();
    }
  }

  @Test
  void nothingNeedsToBePublicAndFactoriesMayCapture() {
    try (Grains grains = Grains.builder().register(Hidden.class, HiddenGrain::new).start()) {
      assertThat(grains.get(Hidden.class, "x").greet("you")).isEqualTo("hello you from hidden/x");
    }
  }

  @Test
  void timesBeyondAllMeasureWork() {
    Duration forEver = FOREVER.getDuration();
    GrainOptions options =
        GrainOptions.defaults().withIdleTimeout(forEver).withIdempotencyRetention(forEver);
    try (Grains grains =
        Grains.builder()
            .register(Counter.class, CounterGrain::new, options)
            .callTimeout(forEver)
            .healAfter(forEver)
            .shutdownTimeout(forEver)
            .start()) {
      CallOptions call = CallOptions.timeout(forEver).idempotencyKey("once");

      assertThat(grains.get(Counter.class, "1").add(1)).isEqualTo(1);
      assertThat(grains.get(Counter.class, "1", call).add(1)).isEqualTo(2);
      assertThat(grains.get(Counter.class, "1", call).add(1)).isEqualTo(2);
    }
  }

  @Test
  void oneNameIsOneContract() {
    assertThatThrownBy(
            () ->
                Grains.builder()
                    .register(Counter.class, CounterGrain::new)
                    .call(AnotherCounter.class))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("'counter'")
        .hasMessageContaining(Counter.class.getName())
        .hasMessageContaining(AnotherCounter.class.getName())
        .hasMessageContaining("give each its own name with @Grain");
  }

  @Test
  void oneContractIsRegisteredOnce() {
    assertThatThrownBy(
            () ->
                Grains.builder()
                    .register(Counter.class, CounterGrain::new)
                    .register(Counter.class, CounterGrain::new))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("registered twice; register it once");
  }

  @Test
  void aPlainGrainHasNothingToStore() {
    GrainOptions options = GrainOptions.defaults().withStorage(Storage.replicated());

    assertThatThrownBy(() -> Grains.builder().register(Hidden.class, HiddenGrain::new, options))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(HiddenGrain.class.getName())
        .hasMessageContaining("nothing to store; extend StatefulGrain");
  }

  @Test
  void aFactoryWhoseClassCannotBeLoadedIsNamed() {
    assertThatThrownBy(
            () ->
                Grains.builder()
                    .register(
                        Counter.class,
                        () -> {
                          throw new NoClassDefFoundError("org/example/Driver");
                        }))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(Counter.class.getName())
        .hasMessageContaining("org/example/Driver");
  }

  @Test
  void referencesAskForWhatTheyNeed() {
    try (Grains grains = Grains.builder().register(Counter.class, CounterGrain::new).start()) {
      assertThatThrownBy(() -> grains.get(null, "1"))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("contract");
      assertThatThrownBy(() -> grains.get(Counter.class, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("key");
      assertThatThrownBy(() -> grains.get(Counter.class, "1", null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("options");
      assertThatThrownBy(() -> grains.get(Counter.class, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'counter' must not be empty");
      assertThatThrownBy(() -> grains.get(CounterGrain.class, "1"))
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining(CounterGrain.class.getName())
          .hasMessageContaining("is not an interface");
      assertThatThrownBy(() -> grains.inspect(null, "1", true))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("contract");
      assertThatThrownBy(() -> grains.deactivate(Counter.class, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aGivenInstanceAndOptionsOfAClusterExcludeEachOther() {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(Grains.configure(Members.config()));
    try {
      assertThatThrownBy(
              () -> Grains.builder().hazelcast(member).cluster(ClusterOptions.named("c")).start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("remove one of them");
    } finally {
      member.shutdown();
    }
  }

  @Test
  void aGivenInstanceMustHaveBeenConfigured() {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(Members.config());
    try {
      assertThatThrownBy(
              () ->
                  Grains.builder()
                      .register(Counter.class, CounterGrain::new)
                      .hazelcast(member)
                      .start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("Grains.configure");
    } finally {
      member.shutdown();
    }
  }

  @Test
  void aGivenInstanceMustBeRunning() {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(Grains.configure(Members.config()));
    member.shutdown();

    assertThatThrownBy(() -> Grains.builder().hazelcast(member).start())
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("not running");
  }

  @Test
  void anAddressOfAnotherMachineIsRefused() {
    assertThatThrownBy(
            () ->
                Grains.builder()
                    .cluster(ClusterOptions.named("c").withAddress("192.0.2.1", 0))
                    .start())
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("192.0.2.1:0")
        .hasMessageContaining("an address of this machine");
  }
}
