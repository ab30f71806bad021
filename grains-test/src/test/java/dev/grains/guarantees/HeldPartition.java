package dev.grains.guarantees;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import dev.grains.Grains;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread of a partition on one member, held up until it is released. */
final class HeldPartition {

  private final CountDownLatch end = new CountDownLatch(1);

  private HeldPartition() {}

  /** Holds the thread up; what it is given to do meanwhile waits. */
  static HeldPartition of(Grains member, String key) throws InterruptedException {
    HazelcastInstance hazelcast = member.hazelcast();
    int partition = hazelcast.getPartitionService().getPartition(key).getPartitionId();
    HeldPartition held = new HeldPartition();
    CountDownLatch begun = new CountDownLatch(1);
    ((HazelcastInstanceProxy) hazelcast)
        .getOriginal()
        .node
        .nodeEngine
        .getOperationService()
        .execute(
            new PartitionSpecificRunnable() {
              @Override
              public int getPartitionId() {
                return partition;
              }

              @Override
              public void run() {
                begun.countDown();
                held.await();
              }
            });
    if (!begun.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the partition thread has not come in 30 s");
    }
    return held;
  }

  private void await() {
    try {
      end.await(60, TimeUnit.SECONDS); // the test fails elsewhere if nobody releases it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    end.countDown();
  }
}
