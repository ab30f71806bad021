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
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A handler that blocks past its deadline holds up neither its caller nor the next command. */
class BlockedHandlerIT {

  private static final AtomicInteger INTERRUPTED = new AtomicInteger();

  @Grain("sleepy")
  interface Sleepy {
    void block() throws InterruptedException;

    String greet();
  }

  static final class SleepyGrain extends dev.grains.Grain implements Sleepy {
    @Override
    public void block() throws InterruptedException {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        INTERRUPTED.incrementAndGet();
        throw e;
      }
    }

    @Override
    public String greet() {
      return "hello";
    }
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      messages.add(event.getFormattedMessage());
    }
  }

  @Test
  void callersGetTheirTimeoutTheNextCommandRunsAndTheWatchdogNamesTheGrain() {
    Lines lines = new Lines();
    lines.start();
    Logger log = (Logger) LoggerFactory.getLogger("dev.grains.internal.turn.Watchdog");
    log.addAppender(lines);
    try (GrainCluster cluster =
        GrainCluster.of(1, grains -> grains.register(Sleepy.class, SleepyGrain::new))) {
      CallOptions hurried = CallOptions.timeout(Duration.ofSeconds(2));
      Sleepy blocked = cluster.member(0).get(Sleepy.class, "a", hurried);

      long start = System.nanoTime();
      assertThatThrownBy(blocked::block)
          .isInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("sleepy/a");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));

      assertThat(cluster.member(0).get(Sleepy.class, "a").greet()).isEqualTo("hello");
      await().until(() -> INTERRUPTED.get() == 1);
      assertThat(lines.messages)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("grain=sleepy/a", "a turn has been running", "SleepyGrain.block"));
    } finally {
      log.detachAppender(lines);
    }
  }
}
