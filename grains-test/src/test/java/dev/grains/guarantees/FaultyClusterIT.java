package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.internal.runtime.Faults;
import dev.grains.internal.runtime.GrainsRuntime;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Admissions are repeated, replies are lost, and owners die between commit and reply: every effect
 * still happens once.
 */
class FaultyClusterIT {

  private static final int KILLS = 3;

  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicBoolean deafen = new AtomicBoolean();
  private final Faults faults =
      new Faults(
          batch -> oneIn(10) && repeated.incrementAndGet() > 0,
          caller -> !((deafen.get() || oneIn(20)) && lost.incrementAndGet() > 0));

  private static boolean oneIn(int odds) {
    return ThreadLocalRandom.current().nextInt(odds) == 0;
  }

  @Test
  @Timeout(180)
  void effectsHappenOnceWhenAdmissionsRepeatRepliesGetLostAndOwnersDie() throws Exception {
    try (GrainCluster cluster =
        GrainCluster.builder()
            .members(3)
            .builders(() -> GrainsRuntime.builder(faults))
            .setup(
                grains ->
                    grains
                        .register(ComputingLedger.class, ComputingLedgerGrain::new)
                        .register(BlockingLedger.class, BlockingLedgerGrain::new)
                        .healAfter(Duration.ofMillis(50))
                        .callTimeout(Duration.ofSeconds(60)))
            .start()) {
      Traffic traffic = new Traffic(cluster, "faulty", 50, 8, 30_000);
      traffic.start();
      for (int i = 0; i < KILLS && traffic.running(); i++) {
        killBetweenCommitAndReply(cluster, traffic);
      }
      List<Throwable> surprises = traffic.await(120);

      assertThat(surprises).isEmpty();
      assertThat(lost).as("replies lost").hasPositiveValue();
      assertThat(repeated).as("admissions repeated").hasPositiveValue();
      MovingClusterIT.assertBooksMatch(cluster.member(0), traffic);
    }
  }

  /** Holds back every reply, so that what the victim commits meanwhile is not told to anybody. */
  private void killBetweenCommitAndReply(GrainCluster cluster, Traffic traffic) {
    int before = lost.get();
    deafen.set(true);
    try {
      await().until(() -> lost.get() > before || !traffic.running());
      cluster.kill(cluster.member(0));
    } finally {
      deafen.set(false);
    }
    cluster.awaitSafe();
    cluster.join();
  }
}
