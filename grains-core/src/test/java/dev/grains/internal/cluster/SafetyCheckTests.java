package dev.grains.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SafetyCheckTests {

  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  private boolean silentAtFirst() {
    asked.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return true;
  }

  @Test
  void saysWhatTheMembersSay() {
    assertThat(new SafetyCheck(() -> true, Duration.ofSeconds(30)).safe()).isTrue();
    assertThat(new SafetyCheck(() -> false, Duration.ofSeconds(30)).safe()).isFalse();
  }

  @Test
  void isNotSafeWhileAMemberIsSilent() {
    SafetyCheck check = new SafetyCheck(this::silentAtFirst, Duration.ofMillis(50));

    boolean meanwhile = check.safe();
    answer.countDown();

    assertThat(meanwhile).isFalse();
    await().until(check::safe);
  }

  @Test
  void asksNoSecondTimeWhileAMemberIsSilent() {
    SafetyCheck check = new SafetyCheck(this::silentAtFirst, Duration.ofMillis(20));

    check.safe();
    await().until(() -> asked.get() > 0);
    check.safe();
    check.safe();

    assertThat(asked).hasValue(1);
    answer.countDown();
  }

  @Test
  void isNotSafeWhenAskingFails() {
    SafetyCheck check =
        new SafetyCheck(
            () -> {
              throw new IllegalStateException("not active");
            },
            Duration.ofSeconds(30));

    assertThat(check.safe()).isFalse();
  }

  @Test
  void keepsTheInterruptOfItsCaller() {
    SafetyCheck check = new SafetyCheck(this::silentAtFirst, Duration.ofSeconds(30));
    Thread.currentThread().interrupt();

    boolean safe = check.safe();

    assertThat(safe).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    answer.countDown();
  }
}
