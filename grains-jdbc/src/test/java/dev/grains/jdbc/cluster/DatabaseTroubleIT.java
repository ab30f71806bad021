package dev.grains.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.GrainException;
import dev.grains.GrainUnavailableException;
import dev.grains.jdbc.PostgresServer;
import dev.grains.jdbc.TcpProxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers see when the database fails in the middle. */
class DatabaseTroubleIT {

  // the common pool has a single thread on small machines, and these calls block
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private static PostgresServer server;
  private static TcpProxy proxy;
  private static PostgresMembers members;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    proxy = TcpProxy.to(server.port());
    members = new PostgresMembers(server.url().replace(":" + server.port(), ":" + proxy.port()), 1);
  }

  @AfterAll
  static void stop() {
    THREADS.shutdownNow();
    members.close();
    proxy.close();
    server.close();
  }

  private static Counter counter(Class<? extends Counter> contract, String key) {
    return members.member(0).get(contract, key);
  }

  @ParameterizedTest
  @ValueSource(classes = {ComputingCounter.class, BlockingCounter.class, DocumentCounter.class})
  void aCommandWhoseCommitLostItsAnswerTakesEffectOnceAndIsAnswered(
      Class<? extends Counter> contract) {
    Counter counter = counter(contract, "lost-answer");
    counter.count("caller", 1);

    proxy.dropNextReply();

    assertThat(counter.count("caller", 2)).isEqualTo(2);
    assertThat(counter.count("caller", 3)).isEqualTo(3);
    assertThat(counter.tally().disorders()).isZero();
  }

  @ParameterizedTest
  @ValueSource(classes = {ComputingCounter.class, BlockingCounter.class, DocumentCounter.class})
  void aCommandWhoseCommitNeverArrivedTakesEffectOnceAndIsAnswered(
      Class<? extends Counter> contract) {
    Counter counter = counter(contract, "lost-commit");
    counter.count("caller", 1);

    proxy.dropNextRequest();

    assertThat(counter.count("caller", 2)).isEqualTo(2);
    assertThat(counter.tally().total()).isEqualTo(2);
    assertThat(counter.tally().disorders()).isZero();
  }

  @Test
  void aShortOutageIsWaitedForInsideTheDeadline() throws Exception {
    Counter active = counter(ComputingCounter.class, "outage");
    Counter inactive = counter(DocumentCounter.class, "outage");
    active.count("caller", 1);
    server.kill();
    CompletableFuture<Long> commit =
        CompletableFuture.supplyAsync(() -> active.count("caller", 2), THREADS);
    CompletableFuture<Long> load =
        CompletableFuture.supplyAsync(() -> inactive.count("caller", 1), THREADS);

    server.startAgain();

    assertThat(commit.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(load.get(60, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void aCommandThatSurelyDidNotHappenIsUnavailableAndOneThatMayHaveIsATimeout() {
    List<Class<? extends Counter>> contracts =
        List.of(ComputingCounter.class, DocumentCounter.class);
    contracts.forEach(contract -> counter(contract, "deadline").count("caller", 1));
    server.kill();
    try {
      for (Class<? extends Counter> contract : contracts) {
        assertThatThrownBy(() -> impatient(contract, "deadline").count("caller", 2))
            .isInstanceOfAny(GrainUnavailableException.class, CallTimeoutException.class)
            .hasMessageContaining("deadline");
        assertThatThrownBy(() -> impatient(contract, "never-loaded").count("caller", 1))
            .isInstanceOfAny(GrainUnavailableException.class, CallTimeoutException.class)
            .hasMessageContaining("never-loaded");
      }
    } finally {
      server.startAgain();
    }

    for (Class<? extends Counter> contract : contracts) {
      assertThat(counter(contract, "deadline").count("caller", 3)).isBetween(2L, 3L);
      assertThat(counter(contract, "never-loaded").count("caller", 2)).isBetween(1L, 2L);
      assertThat(counter(contract, "deadline").tally().disorders()).isZero();
    }
  }

  private static Counter impatient(Class<? extends Counter> contract, String key) {
    return members.member(0).get(contract, key, CallOptions.timeout(Duration.ofMillis(1_500)));
  }

  @Test
  void aGrainWhoseEventsCannotBeUnderstoodRefusesAndOthersAreUntouched() throws Exception {
    counter(ComputingCounter.class, "broken").count("caller", 1);
    members
        .member(0)
        .deactivate(ComputingCounter.class, "broken")
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    await()
        .until(
            () ->
                !members
                    .member(0)
                    .inspect(ComputingCounter.class, "broken", false)
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS)
                    .active());
    new Database(server.url())
        .execute(
            """
            update grain_event set event_type = 'forgotten'
            where type = 'computing-counter' and key = 'broken'""");

    assertThatThrownBy(() -> counter(ComputingCounter.class, "broken").count("caller", 2))
        .isInstanceOf(GrainException.class)
        .hasMessageContaining("computing-counter/broken")
        .hasStackTraceContaining("forgotten");

    assertThat(counter(ComputingCounter.class, "healthy").count("caller", 1)).isEqualTo(1);
  }
}
