package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedWaitTests {

  @Test
  void endsWhenNothingIsMissing() {
    AtomicInteger missing = new AtomicInteger(3);

    BoundedWait.until(
        "the goal",
        Duration.ofSeconds(10),
        () -> missing.get() == 0 ? null : missing.getAndDecrement() + " missing");

    assertThat(missing).hasValue(0);
  }

  @Test
  void givesUpAndSaysWhatIsMissing() {
    assertThatThrownBy(
            () -> BoundedWait.until("the goal", Duration.ofMillis(50), () -> "one is missing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("the goal", "50 ms", "one is missing");
  }

  @Test
  void givesUpWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> BoundedWait.until("the goal", Duration.ofMinutes(1), () -> "one is missing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
