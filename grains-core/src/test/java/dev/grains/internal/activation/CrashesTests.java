package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrashesTests {

  private static final GrainId ID = new GrainId("account", "42");
  private static final Throwable CAUSE = new IllegalStateException("no such event");

  private final AtomicLong now = new AtomicLong(1_000);
  private final Crashes crashes = new Crashes(() -> Instant.ofEpochMilli(now.get()));

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      crashes.failed(ID, CAUSE);
    }
  }

  private boolean heldOff() {
    return crashes.holdOff(ID) != null;
  }

  @Test
  void oneFailureHoldsNobodyOff() {
    fail(1);

    assertThat(heldOff()).isFalse();
  }

  @Test
  void theSecondHoldsOffFor100Milliseconds() {
    fail(2);

    now.addAndGet(99);
    assertThat(heldOff()).isTrue();
    now.addAndGet(1);
    assertThat(heldOff()).isFalse();
  }

  @Test
  void eachFurtherOneDoublesTheTime() {
    fail(5);

    now.addAndGet(799);
    assertThat(heldOff()).isTrue();
    now.addAndGet(1);
    assertThat(heldOff()).isFalse();
  }

  @Test
  void nobodyIsHeldOffForMoreThan30Seconds() {
    fail(1_000);

    now.addAndGet(29_999);
    assertThat(heldOff()).isTrue();
    now.addAndGet(1);
    assertThat(heldOff()).isFalse();
  }

  @Test
  void theMessageSaysWhoWhyHowOftenAndForHowLong() {
    fail(3);
    now.addAndGet(50);

    assertThat(crashes.holdOff(ID))
        .hasMessageContaining("account/42 was not done")
        .hasMessageContaining("failed 3 times")
        .hasMessageContaining("no such event")
        .hasMessageContaining("in 150 ms")
        .hasCause(CAUSE);
  }

  @Test
  void otherGrainsAreNotHeldOff() {
    fail(5);

    assertThat(crashes.holdOff(new GrainId("account", "43"))).isNull();
  }

  @Test
  void aGrainThatRecoversStartsAnew() {
    fail(5);

    crashes.recovered(ID);

    assertThat(heldOff()).isFalse();
    fail(1);
    assertThat(heldOff()).isFalse();
  }
}
