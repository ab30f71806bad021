package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A query sees every command acknowledged before it was sent, through whichever member, also while
 * partitions move as planned.
 */
class QueriesSeeCommandsIT {

  private static final int GRAINS = 40;

  private final AtomicBoolean moving = new AtomicBoolean(true);
  private final Queue<String> stale = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(120)
  void alsoWhilePartitionsMove() throws Exception {
    try (GrainCluster cluster =
        GrainCluster.of(
            2,
            grains ->
                grains
                    .register(ComputingLedger.class, ComputingLedgerGrain::new)
                    .register(BlockingLedger.class, BlockingLedgerGrain::new))) {
      List<Grains> readers = List.copyOf(cluster.members());
      List<Thread> threads = new ArrayList<>();
      threads.add(new Thread(() -> write(readers, ComputingLedger.class), "computing"));
      threads.add(new Thread(() -> write(readers, BlockingLedger.class), "blocking"));
      threads.forEach(Thread::start);

      for (int i = 0; i < 4; i++) {
        cluster.leave(cluster.join());
        cluster.awaitSafe();
      }
      moving.set(false);
      for (Thread thread : threads) {
        thread.join(30_000);
      }

      assertThat(failures).isEmpty();
      assertThat(stale).isEmpty();
    }
  }

  private void write(List<Grains> readers, Class<? extends Ledger> contract) {
    try {
      for (long n = 1; moving.get(); n++) {
        String key = "q" + n % GRAINS;
        long counted = readers.get((int) (n % 2)).get(contract, key).count("me", n);
        for (Grains reader : readers) {
          long seen = reader.get(contract, key).tally().total();
          if (seen < counted) {
            stale.add(contract.getSimpleName() + "/" + key + ": " + seen + " after " + counted);
          }
        }
      }
    } catch (Throwable failure) {
      failures.add(failure);
    }
  }
}
