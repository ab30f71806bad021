package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Teller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

class LifecycleTests {

  @Test
  void referencesMayBeTakenBeforeGrainsStart() {
    Contexts.bank()
        .withBean(Teller.class)
        .run(
            context -> {
              Account till = context.getBean(Teller.class).till();

              assertThat(till.deposit(10)).isEqualTo(9);
              assertThat(till).hasToString("reference to Account/till").isEqualTo(till);
            });
  }

  @Test
  void callsBeforeTheStartSayWhen() {
    Contexts.bank()
        .withBean(Hasty.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("have not started yet")
                    .hasMessageContaining("ApplicationRunner"));
  }

  record Hasty(Grains grains) {
    Hasty {
      grains.get(Account.class, "42").deposit(1);
    }
  }

  @Test
  void startsBeforeAWebServerAndStopsAfterIt() {
    Contexts.bank()
        .withBean(WebServerLike.class)
        .run(
            context -> {
              WebServerLike server = context.getBean(WebServerLike.class);

              context.close();

              assertThat(server.events).containsExactly("start: 1", "stop: 2");
            });
  }

  /** Calls a grain in the phases in which a web server accepts its first and last requests. */
  static final class WebServerLike implements SmartLifecycle {

    final List<String> events = new ArrayList<>();
    private final Grains grains;
    private boolean running;

    WebServerLike(Grains grains) {
      this.grains = grains;
    }

    @Override
    public void start() {
      running = true;
      events.add("start: " + grains.get(Account.class, "42").deposit(2));
    }

    @Override
    public void stop() {
      running = false;
      events.add("stop: " + grains.get(Account.class, "42").deposit(2));
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return DEFAULT_PHASE - 2048; // WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE
    }
  }

  @Test
  void leavesTheClusterWithItsContext() {
    Contexts.bank()
        .run(
            context -> {
              HazelcastInstance member = context.getBean(Grains.class).hazelcast();

              context.close();

              assertThat(member.getLifecycleService().isRunning()).isFalse();
            });
  }

  @Test
  void callsAfterTheEndAreUnavailable() {
    Contexts.bank()
        .run(
            context -> {
              Grains grains = context.getBean(Grains.class);
              Account account = grains.get(Account.class, "42");

              context.close();

              assertThatThrownBy(() -> account.deposit(1))
                  .isInstanceOf(GrainUnavailableException.class);
              assertThatThrownBy(() -> grains.get(Account.class, "43").balance())
                  .isInstanceOf(GrainUnavailableException.class);
            });
  }

  @Test
  void startsAgainWithItsContext() {
    Contexts.bank()
        .run(
            context -> {
              ConfigurableApplicationContext application = source(context);
              application.stop();
              application.start();

              Grains grains = context.getBean(Grains.class);
              assertThat(grains.get(Account.class, "42").deposit(10)).isEqualTo(9);
              assertThat(context.getBean(SpringGrains.class).isRunning()).isTrue();
            });
  }

  @Test
  void aPausedContextKeepsItsMember() {
    Contexts.bank()
        .run(
            context -> {
              Grains grains = context.getBean(Grains.class);
              grains.get(Account.class, "42").deposit(10);

              source(context).pause();
              source(context).restart();

              assertThat(grains.get(Account.class, "42").balance()).isEqualTo(9);
            });
  }

  @Test
  void theHookOfHazelcastIsOff() {
    Contexts.bank()
        .withPropertyValues("grains.shutdown.timeout=7s")
        .run(
            context -> {
              var config = context.getBean(Grains.class).hazelcast().getConfig();

              assertThat(config.getProperty("hazelcast.shutdownhook.enabled")).isEqualTo("false");
              assertThat(config.getProperty("hazelcast.graceful.shutdown.max.wait")).isEqualTo("7");
              assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
              assertThat(config.getProperty("hazelcast.logging.type")).isEqualTo("slf4j");
            });
  }

  @Test
  void readinessGoesDownBeforeAnythingStops() {
    Contexts.bank()
        .withBean(Readiness.class)
        .withBean(WebServerLike.class)
        .withPropertyValues("grains.shutdown.announce=200ms")
        .run(
            context -> {
              Readiness readiness = context.getBean(Readiness.class);
              long start = System.nanoTime();

              context.close();

              assertThat(readiness.seen).containsExactly("REFUSING_TRAFFIC while running: true");
              assertThat(Duration.ofNanos(System.nanoTime() - start))
                  .isGreaterThan(Duration.ofMillis(200));
            });
  }

  static final class Readiness {

    final List<String> seen = new ArrayList<>();
    private final WebServerLike server;

    Readiness(WebServerLike server) {
      this.server = server;
    }

    @EventListener
    void changed(AvailabilityChangeEvent<ReadinessState> event) {
      seen.add(event.getState() + " while running: " + server.isRunning());
    }
  }

  @Test
  void announcesForFiveSecondsOnKubernetes() {
    Contexts.bank()
        .withPropertyValues("spring.main.cloud-platform=kubernetes")
        .run(
            context ->
                assertThat(context.getBean(ShutdownAnnouncement.class).lead())
                    .isEqualTo(Duration.ofSeconds(5)));
    Contexts.bank()
        .run(context -> assertThat(context.getBean(ShutdownAnnouncement.class).lead()).isZero());
  }

  private static ConfigurableApplicationContext source(AssertableApplicationContext context) {
    return context.getSourceApplicationContext();
  }
}
