package dev.grains.internal.commit;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One committer: takes what waits, writes it as a group, tells the outcomes, and begins again. */
final class CommitterThread extends Thread {

  private static final Logger log = LoggerFactory.getLogger(CommitterThread.class);
  private static final long FIRST_BACK_OFF = 20;
  private static final long LONGEST_BACK_OFF = 1_000;

  private final CommitterSettings settings;
  private final Group.Writer writer;
  private final InstantSource clock;
  private final Runnable afterGroup;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  // guarded by lock
  private final ArrayDeque<PendingCommit> queue = new ArrayDeque<>();
  private boolean idle;
  private boolean closed;

  private volatile int waiting; // the size of the queue, for those who need not lock

  private int outages; // confined to this thread

  CommitterThread(
      String name,
      CommitterSettings settings,
      Group.Writer writer,
      InstantSource clock,
      Runnable afterGroup) {
    super(name);
    setDaemon(true);
    this.settings = settings;
    this.writer = writer;
    this.clock = clock;
    this.afterGroup = afterGroup;
  }

  void submit(PendingCommit pending) {
    lock.lock();
    try {
      queue.add(pending);
      waiting = queue.size();
      if (idle) {
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    return waiting;
  }

  boolean full() {
    return waiting >= Math.max(1, settings.queue() / settings.threads());
  }

  @Override
  public void run() {
    try {
      Group group = nextGroup();
      while (group != null) {
        write(group);
        group = nextGroup();
      }
    } catch (InterruptedException stopped) {
      log.debug("{} was interrupted and ends", getName());
    }
  }

  private void write(Group group) {
    try {
      List<PendingCommit> again = writer.write(group);
      afterGroup.run();
      if (again.isEmpty()) {
        outages = 0;
      } else {
        putBack(again);
      }
    } catch (RuntimeException | Error bug) {
      // a committer that dies would stop every grain it serves
      log.error("a group of {} commits failed inside the runtime", group.size(), bug);
    }
  }

  private void putBack(List<PendingCommit> again) {
    outages++;
    lock.lock();
    try {
      for (int i = again.size() - 1; i >= 0; i--) {
        queue.addFirst(again.get(i));
      }
      waiting = queue.size();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Group nextGroup() throws InterruptedException {
    lock.lock();
    try {
      backOff();
      while (queue.isEmpty() && !closed) {
        idle = true;
        arrived.await();
        idle = false;
      }
      if (closed) {
        return null;
      }
      Group group = drain();
      waiting = queue.size();
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void backOff() throws InterruptedException {
    if (outages == 0) {
      return;
    }
    long millis = Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF << Math.min(outages - 1, 10));
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    long step = TimeUnit.MILLISECONDS.toNanos(50);
    while (left > 0 && !closed && !anyOverdue()) {
      left -= step - Math.max(0, arrived.awaitNanos(Math.min(step, left)));
    }
  }

  private boolean anyOverdue() {
    long now = clock.millis();
    return queue.stream().anyMatch(pending -> now >= pending.deadline());
  }

  private Group drain() {
    Group group = new Group();
    int bytes = 0;
    while (!queue.isEmpty() && group.size() < settings.groupCommits()) {
      PendingCommit pending = queue.element();
      bytes += pending.bytes();
      if (bytes > settings.groupBytes() && group.size() > 0) {
        break;
      }
      queue.remove();
      if (!pending.dropped()) {
        group.add(pending);
      }
    }
    return group;
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }
}
