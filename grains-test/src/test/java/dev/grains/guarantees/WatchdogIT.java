package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A turn that takes long is warned about once, with its grain and its stack. */
class WatchdogIT {

  interface Loafer {
    /** Keeps its thread until the watchdog has said so, and a while longer. */
    int loaf();
  }

  @Grain("loafing-computer")
  interface Computer extends Loafer {}

  @Grain("loafing-worker")
  interface Worker extends Loafer {
    void waitForInterrupt();

    boolean interrupted();
  }

  @NonBlocking
  static final class ComputerGrain extends dev.grains.Grain implements Computer {
    @Override
    public int loaf() {
      return spin(id().toString());
    }
  }

  static final class WorkerGrain extends dev.grains.Grain implements Worker {
    @Override
    public int loaf() {
      return spin(id().toString());
    }

    @Override
    public void waitForInterrupt() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait(); // and leaves the interrupt as it is
      }
    }

    @Override
    public boolean interrupted() {
      return Thread.currentThread().isInterrupted();
    }
  }

  private static int spin(String id) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (warnings(id).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    // as long again as the watchdog pauses between two warnings
    long more = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
    while (System.nanoTime() < more) {
      Thread.onSpinWait();
    }
    return 1;
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      LINES.add(event.getFormattedMessage());
    }
  }

  private static final List<String> LINES = new CopyOnWriteArrayList<>();

  private static List<String> warnings(String id) {
    return LINES.stream().filter(line -> line.contains("grain=" + id + " ")).toList();
  }

  private final Logger log = (Logger) LoggerFactory.getLogger("dev.grains.internal.turn.Watchdog");
  private final Lines lines = new Lines();
  private GrainCluster cluster;

  @BeforeEach
  void start() {
    LINES.clear();
    lines.start();
    log.addAppender(lines);
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(Computer.class, ComputerGrain::new)
                    .register(Worker.class, WorkerGrain::new)
                    .callTimeout(Duration.ofSeconds(30)));
  }

  @AfterEach
  void stop() {
    cluster.close();
    log.detachAppender(lines);
  }

  @Test
  void aTurnThatHoldsUpAPartitionThreadIsNamedWithItsStack() {
    List<String> keys = List.of("a", "b", "c");
    keys.forEach(key -> cluster.member(0).get(Computer.class, key).loaf());

    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(warnings("loafing-computer/" + key))
                    .singleElement()
                    .asString()
                    .contains("a turn has been running for", "partition-operation.thread")
                    .contains("holds up every grain of its partitions")
                    .contains("ComputerGrain.loaf")
                    .satisfies(line -> assertThat(millis(line)).isGreaterThanOrEqualTo(10)))
        .as("earlier than a worker's, however busy the machine is at one moment")
        .anySatisfy(
            key ->
                assertThat(millis(warnings("loafing-computer/" + key).get(0))).isLessThan(1_000));
  }

  @Test
  void aLongTurnOfAWorkerIsNamedWithItsStack() {
    cluster.member(0).get(Worker.class, "a").loaf();

    assertThat(warnings("loafing-worker/a"))
        .singleElement()
        .asString()
        .contains("a turn has been running for", "WorkerGrain.loaf")
        .doesNotContain("holds up every grain")
        .satisfies(line -> assertThat(millis(line)).isGreaterThanOrEqualTo(1_000));
  }

  private static long millis(String line) {
    return Long.parseLong(line.replaceFirst("(?s).*running for (\\d+) ms.*", "$1"));
  }

  @Test
  void aShortTurnIsNotWorthAWord() {
    Worker worker = cluster.member(0).get(Worker.class, "a");
    for (int i = 0; i < 100; i++) {
      assertThat(worker.interrupted()).isFalse();
    }

    assertThat(warnings("loafing-worker/a")).isEmpty();
  }

  @Test
  void anInterruptAtTheDeadlineIsForThatCommandAlone() {
    Worker hurried =
        cluster.member(0).get(Worker.class, "a", CallOptions.timeout(Duration.ofMillis(500)));
    Worker patient = cluster.member(0).get(Worker.class, "a");

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(hurried::waitForInterrupt).isInstanceOf(CallTimeoutException.class);
      assertThat(patient.interrupted()).isFalse();
    }
    await()
        .untilAsserted(
            () -> assertThat(cluster.member(0).status().oldestTurn()).isEqualTo(Duration.ZERO));
  }
}
