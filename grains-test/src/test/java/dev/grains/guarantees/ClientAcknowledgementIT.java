package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client gets no answer that the death of one member could take back. */
class ClientAcknowledgementIT {

  private static final String MAP = "grains.computing-ledger";
  // longer than the time after which Hazelcast gives up waiting for a backup
  private static final Duration BACKUP_TIMEOUT = Duration.ofSeconds(7);

  @Test
  void anAcknowledgedCommandIsNotLostWithTheOwnerThatAnsweredAlone() throws Exception {
    try (GrainCluster cluster =
        GrainCluster.of(
            2,
            grains ->
                grains
                    .register(ComputingLedger.class, ComputingLedgerGrain::new)
                    .callTimeout(Duration.ofSeconds(60)))) {
      Grains owner = cluster.member(0);
      Grains backup = cluster.member(1);
      String key = cluster.keyOwnedBy(owner, "k");
      ComputingLedger ledger = cluster.client().get(ComputingLedger.class, key);
      HeldPartition held = HeldPartition.of(backup, key);

      CompletableFuture<Long> answer =
          CompletableFuture.supplyAsync(() -> ledger.count("client", 1), Threads::start);
      await().until(() -> owner.hazelcast().getMap(MAP).localKeySet().contains(key));
      cluster.kill(owner);

      try {
        await()
            .during(BACKUP_TIMEOUT)
            .atMost(BACKUP_TIMEOUT.plusSeconds(10))
            .until(() -> !answer.isDone());
      } finally {
        held.release();
      }
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(backup.get(ComputingLedger.class, key).tally().total()).isEqualTo(1);
    }
  }

  private static final class Threads {
    static void start(Runnable task) {
      Thread thread = new Thread(task, "client-call");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
