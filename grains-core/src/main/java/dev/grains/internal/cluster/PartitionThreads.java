package dev.grains.internal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import com.hazelcast.spi.impl.operationexecutor.impl.OperationExecutorImpl;
import com.hazelcast.spi.impl.operationexecutor.impl.PartitionOperationThread;
import com.hazelcast.spi.impl.operationservice.impl.OperationServiceImpl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a member on which entry processors run. Thread-safe.
 *
 * <p>Such a thread takes its work from a queue, so that what it puts at the end of that queue runs
 * once it has done everything that has arrived by now: the natural moment for what is cheaper done
 * once for many.
 */
final class PartitionThreads {

  private final OperationServiceImpl operations;
  private final AtTheEnd[] ends;

  private PartitionThreads(OperationServiceImpl operations) {
    this.operations = operations;
    OperationExecutorImpl executor = (OperationExecutorImpl) operations.getOperationExecutor();
    this.ends =
        Arrays.stream(executor.getPartitionThreads()).map(AtTheEnd::new).toArray(AtTheEnd[]::new);
  }

  static PartitionThreads of(HazelcastInstance member, String anyMap) {
    MapProxyImpl<Object, Object> map = (MapProxyImpl<Object, Object>) member.getMap(anyMap);
    return new PartitionThreads((OperationServiceImpl) map.getOperationService());
  }

  /**
   * Runs an action on the current partition thread after what has arrived there, once for all
   * requests of that time.
   *
   * @param action the same object in every request; must not throw
   * @return false if this is no partition thread of the member, or no more work is taken: nothing
   *     will be run
   */
  boolean afterArrivals(Runnable action) {
    AtTheEnd end = current();
    if (end == null) {
      return false;
    }
    if (!end.add(action) || end.actions.size() > 1) {
      return true;
    }
    try {
      operations.execute(end);
      return true;
    } catch (RuntimeException closing) {
      end.actions.clear();
      return false;
    }
  }

  private @Nullable AtTheEnd current() {
    if (Thread.currentThread() instanceof PartitionOperationThread thread
        && thread.getThreadId() < ends.length) {
      AtTheEnd end = ends[thread.getThreadId()];
      return end.thread == thread ? end : null; // another member of this JVM has such threads, too
    }
    return null;
  }

  /** What waits for the end of the queue of a thread. Confined to that thread. */
  private static final class AtTheEnd implements PartitionSpecificRunnable {

    private final PartitionOperationThread thread;
    private final List<Runnable> actions = new ArrayList<>(2);

    AtTheEnd(PartitionOperationThread thread) {
      this.thread = thread;
    }

    boolean add(Runnable action) {
      return !actions.contains(action) && actions.add(action);
    }

    /** The partition of the same number as the thread belongs to that thread. */
    @Override
    public int getPartitionId() {
      return thread.getThreadId();
    }

    @Override
    public void run() {
      List<Runnable> ready = List.copyOf(actions);
      actions.clear(); // what they put off in turn comes later
      ready.forEach(Runnable::run);
    }
  }
}
