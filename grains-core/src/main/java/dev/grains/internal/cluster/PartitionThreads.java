package dev.grains.internal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import com.hazelcast.spi.impl.operationexecutor.impl.PartitionOperationThread;
import com.hazelcast.spi.impl.operationservice.impl.OperationServiceImpl;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The threads of a member on which entry processors run. Thread-safe.
 *
 * <p>Such a thread takes its work from a queue, so that what it puts at the end of that queue runs
 * once it has done everything that has arrived by now: the natural moment for what is cheaper done
 * once for many.
 */
final class PartitionThreads {

  private static final int IDLE = 0;
  private static final int PENDING = 1;

  private final OperationServiceImpl operations;
  private final AtomicIntegerArray pending;

  private PartitionThreads(OperationServiceImpl operations) {
    this.operations = operations;
    this.pending = new AtomicIntegerArray(operations.getPartitionThreadCount());
  }

  static PartitionThreads of(HazelcastInstance member, String anyMap) {
    MapProxyImpl<Object, Object> map = (MapProxyImpl<Object, Object>) member.getMap(anyMap);
    return new PartitionThreads((OperationServiceImpl) map.getOperationService());
  }

  /**
   * Runs an action on the current partition thread after what has arrived there, once for all
   * requests of that time; they must all bring the same action.
   *
   * @return false if this is no partition thread, or no more work is taken: nothing will be run
   */
  boolean afterArrivals(Runnable action) {
    if (!(Thread.currentThread() instanceof PartitionOperationThread thread)) {
      return false;
    }
    int number = thread.getThreadId();
    if (!pending.compareAndSet(number, IDLE, PENDING)) {
      return true;
    }
    try {
      operations.execute(new AtTheEnd(number, action));
      return true;
    } catch (RuntimeException closing) {
      pending.set(number, IDLE);
      return false;
    }
  }

  private final class AtTheEnd implements PartitionSpecificRunnable {

    private final int thread;
    private final Runnable action;

    AtTheEnd(int thread, Runnable action) {
      this.thread = thread;
      this.action = action;
    }

    /** The partition of the same number as the thread belongs to that thread. */
    @Override
    public int getPartitionId() {
      return thread;
    }

    @Override
    public void run() {
      pending.set(thread, IDLE);
      action.run();
    }
  }
}
