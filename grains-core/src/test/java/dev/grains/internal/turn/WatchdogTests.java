package dev.grains.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.grains.GrainId;
import dev.grains.internal.turn.Watchdog.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchdogTests {

  private static final GrainId ID = new GrainId("account", "42");

  private final AtomicLong now = new AtomicLong(1_000);
  private final Watchdog watchdog = new Watchdog(() -> Instant.ofEpochMilli(now.get()));

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  private Watched worker(long deadline) {
    Watched watched = watchdog.begin(ID, true, System.nanoTime());
    watched.deadline(deadline);
    return watched;
  }

  private void checkAt(long millis) {
    now.set(millis);
    watchdog.check();
  }

  @Test
  void interruptsAWorkerAtTheDeadlineOfItsCommand() {
    Watched watched = worker(2_000);

    checkAt(1_999);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();

    checkAt(2_000);
    assertThat(Thread.interrupted()).isTrue();
    watchdog.end(watched);
  }

  @Test
  void interruptsOnceForACommand() {
    Watched watched = worker(2_000);
    checkAt(2_000);
    Thread.interrupted(); // the handler has taken note

    checkAt(3_000);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    watchdog.end(watched);
  }

  @Test
  void doesNotInterruptTheNextCommandOfTheBatch() {
    Watched watched = worker(2_000);
    checkAt(2_000);

    watched.deadline(9_000);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    checkAt(8_999);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    checkAt(9_000);
    assertThat(Thread.interrupted()).isTrue();
    watchdog.end(watched);
  }

  @Test
  void doesNotInterruptTheNextTurnOfTheThread() {
    Watched watched = worker(2_000);
    checkAt(2_000);

    watchdog.end(watched);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();

    checkAt(3_000);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void neverInterruptsAPartitionThread() {
    Watched watched = watchdog.begin(ID, false, System.nanoTime());
    watched.deadline(2_000);

    checkAt(60_000);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    watchdog.end(watched);
  }

  @Test
  void warnsOfEachOfTwoLongTurnsThatFollowEachOther() {
    ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(Watchdog.class);
    warnings.start();
    log.addAppender(warnings);
    try {
      for (String key : List.of("first", "second")) {
        // the thread is not looked at between the turns, nor while the second is short
        Watched watched = watchdog.begin(new GrainId("account", key), false, twentyMillisAgo());
        await()
            .untilAsserted(
                () -> {
                  watchdog.check();
                  assertThat(warnings.list)
                      .extracting(ILoggingEvent::getFormattedMessage)
                      .anyMatch(message -> message.startsWith("grain=account/" + key + " "));
                });
        watchdog.end(watched);
      }
    } finally {
      log.detachAppender(warnings);
    }

    assertThat(warnings.list).hasSize(2);
  }

  private static long twentyMillisAgo() {
    return System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(20);
  }

  @Test
  void knowsTheOldestTurnOfAWorker() {
    assertThat(watchdog.oldest()).isZero();
    long begun = System.nanoTime() - TimeUnit.MINUTES.toNanos(3);
    Watched old = watchdog.begin(ID, true, begun);
    Watched young = worker(2_000);

    assertThat(watchdog.oldest()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));

    watchdog.end(old);
    assertThat(watchdog.oldest()).isLessThan(Duration.ofMinutes(3));
    watchdog.end(young);
    assertThat(watchdog.oldest()).isZero();
  }
}
