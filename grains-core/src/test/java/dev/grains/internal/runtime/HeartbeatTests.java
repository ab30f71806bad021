package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

  private final AtomicInteger beats = new AtomicInteger();

  @Test
  void goesOnWithTheOthersWhenADutyFails() {
    Heartbeat heartbeat =
        new Heartbeat(
            "test",
            List.of(
                () -> {
                  throw new AssertionError("a bug");
                },
                beats::incrementAndGet));

    heartbeat.start();

    await().until(() -> beats.get() > 3);
    heartbeat.close();
    await().until(() -> !heartbeat.isAlive());
  }

  @Test
  void endsWhenItIsClosedBeforeItHasBegun() throws Exception {
    Heartbeat heartbeat = new Heartbeat("test", List.of(beats::incrementAndGet));

    heartbeat.close();
    heartbeat.start();
    heartbeat.join(10_000);

    assertThat(heartbeat.isAlive()).isFalse();
    assertThat(beats).hasValue(0);
  }
}
