package dev.grains.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 256})
  void keepsNoMoreCallsInFlightThanAskedFor(int inFlight) throws Exception {
    try (Counters counters = new Counters();
        Session session = new Session(counters)) {
      Outcome outcome = session.run(Load.uniform(Work.COUNT, inFlight), Limit.calls(20_000));

      assertThat(outcome.calls()).isEqualTo(20_000);
      assertThat(counters.mostInFlight.get()).isBetween(1, inFlight);
      session.verify();
    }
  }

  @Test
  void goesRoundTheKeys() throws Exception {
    try (Counters counters = new Counters();
        Session session = new Session(counters)) {
      session.run(Load.uniform(Work.COUNT, 16), Limit.calls(3L * Layout.UNIFORM_KEYS));
      session.run(Load.hot(Work.COUNT, 16), Limit.calls(7));

      assertThat(counters.values.get(0)).isEqualTo(3);
      assertThat(counters.values.get(Layout.UNIFORM_KEYS - 1)).isEqualTo(3);
      assertThat(counters.values.get(Layout.HOT_KEY)).isEqualTo(7);
    }
  }

  @Test
  void refusesFigureWhenCommandIsLost() throws Exception {
    try (Counters counters = new Counters();
        Session session = new Session(counters)) {
      session.run(Load.uniform(Work.COUNT, 16), Limit.calls(100));
      counters.values.decrementAndGet(5);

      assertThatThrownBy(session::verify)
          .hasMessage("100 commands were acknowledged and 99 took effect: no figure is given");
    }
  }

  @Test
  void refusesFigureWhenReadIsWrong() throws Exception {
    try (Counters counters = new Counters();
        Session session = new Session(counters)) {
      session.run(Load.uniform(Work.READ, 16), Limit.calls(100));
      counters.values.incrementAndGet(5);

      assertThatThrownBy(() -> session.run(Load.uniform(Work.READ, 16), Limit.calls(100)))
          .hasRootCauseMessage("key 5 replied 1");
    }
  }

  /** Answers on two threads of its own. */
  private static final class Counters implements Running {
    final AtomicLongArray values = new AtomicLongArray(Layout.KEYS);
    final AtomicInteger mostInFlight = new AtomicInteger(1);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    public void send(Work work, int key, Done done) {
      mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      threads.execute(
          () -> {
            long value = call(work, key);
            inFlight.decrementAndGet();
            done.accept(value, null);
          });
    }

    @Override
    public long call(Work work, int key) {
      return work == Work.READ ? values.get(key) : values.incrementAndGet(key);
    }

    @Override
    public long total() {
      long total = 0;
      for (int key = 0; key < Layout.KEYS; key++) {
        total += values.get(key);
      }
      return total;
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
