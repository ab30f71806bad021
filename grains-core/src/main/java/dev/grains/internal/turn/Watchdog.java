package dev.grains.internal.turn;

import dev.grains.GrainId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches running turns: warns with the stack when one takes long, and interrupts a worker whose
 * command is past its deadline. Thread-safe; {@link #check} is called every few milliseconds.
 */
public final class Watchdog {

  private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
  private static final long PARTITION_LIMIT = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long WORKER_LIMIT = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final InstantSource clock;
  private final ThreadLocal<Watched> slots = ThreadLocal.withInitial(this::newSlot);
  private final Map<Thread, Watched> partitionThreads = new ConcurrentHashMap<>();
  private final Map<Watched, Boolean> workers = new ConcurrentHashMap<>();

  // confined to the thread that checks
  private long lastWarning = System.nanoTime() - PAUSE;
  private int suppressed;

  public Watchdog(InstantSource clock) {
    this.clock = clock;
  }

  /** A thread with the turn it runs, if any. */
  static final class Watched {
    private final Thread thread;
    private final boolean worker;
    private volatile @Nullable GrainId id;
    private volatile long startedAt;
    // confined to the thread that checks
    private long seen;
    private boolean counted;
    private boolean warned;
    // guarded by this
    private long deadline = Long.MAX_VALUE;
    private boolean interrupted;

    Watched(Thread thread, boolean worker) {
      this.thread = thread;
      this.worker = worker;
    }

    /** Sets the deadline of the command that runs from now on, in milliseconds. */
    void deadline(long millis) {
      if (worker) {
        next(millis);
      }
    }

    private synchronized void next(long millis) {
      deadline = millis;
      if (interrupted) {
        interrupted = false;
        Thread.interrupted(); // it was meant for the command before
      }
    }

    private synchronized void interruptIfOver(long now) {
      if (id != null && !interrupted && now >= deadline) {
        interrupted = true;
        thread.interrupt();
      }
    }
  }

  private Watched newSlot() {
    Watched watched = new Watched(Thread.currentThread(), false);
    partitionThreads.put(watched.thread, watched);
    return watched;
  }

  /** Marks the beginning of a turn on this thread. */
  Watched begin(GrainId id, boolean worker, long nanoTime) {
    Watched watched = worker ? new Watched(Thread.currentThread(), true) : slots.get();
    watched.startedAt = nanoTime;
    watched.id = id;
    if (worker) {
      workers.put(watched, true);
    }
    return watched;
  }

  /** Marks the end of the turn. */
  void end(Watched watched) {
    if (watched.worker) {
      synchronized (watched) {
        watched.id = null;
      }
      workers.remove(watched);
      Thread.interrupted(); // an interrupt that came too late is not for the next turn
    } else {
      watched.id = null;
    }
  }

  /** Warns and interrupts where it is due. */
  public void check() {
    long now = System.nanoTime();
    partitionThreads.values().removeIf(watched -> !watched.thread.isAlive());
    partitionThreads.values().forEach(watched -> check(watched, now, PARTITION_LIMIT));
    workers.keySet().forEach(watched -> check(watched, now, WORKER_LIMIT));
  }

  private void check(Watched watched, long now, long limit) {
    GrainId id = watched.id;
    if (id == null) {
      return;
    }
    long startedAt = watched.startedAt;
    if (watched.seen != startedAt) { // another turn, even if the thread was never seen at rest
      watched.seen = startedAt;
      watched.warned = false;
      watched.counted = false;
    }
    if (now - startedAt > limit && !watched.warned) {
      watched.warned = warn(watched, id, now - startedAt, now);
    }
    if (watched.worker) {
      watched.interruptIfOver(clock.millis());
    }
  }

  private boolean warn(Watched watched, GrainId id, long running, long now) {
    if (now - lastWarning < PAUSE) {
      // a machine that is overloaded must not be kept busy by saying so
      suppressed += watched.counted ? 0 : 1;
      watched.counted = true;
      return false;
    }
    StackTraceElement[] frames = watched.thread.getStackTrace();
    if (watched.id != id || watched.startedAt != watched.seen) {
      return false; // the turn ended meanwhile: the stack is not its own
    }
    suppressed -= watched.counted ? 1 : 0;
    lastWarning = now;
    StringBuilder stack = new StringBuilder();
    for (StackTraceElement frame : frames) {
      stack.append("\n\tat ").append(frame);
    }
    log.warn(
        "grain={} a turn has been running for {} ms on {}{}{}{}",
        id,
        TimeUnit.NANOSECONDS.toMillis(running),
        watched.thread.getName(),
        watched.worker ? "" : ", where it holds up every grain of its partitions",
        suppressed == 0 ? "" : "; " + suppressed + " more turns were long lately",
        stack);
    suppressed = 0;
    return true;
  }

  /** How long the oldest running worker turn has been running. */
  public Duration oldest() {
    long now = System.nanoTime();
    long oldest = 0;
    for (Watched watched : workers.keySet()) {
      if (watched.id != null) {
        oldest = Math.max(oldest, now - watched.startedAt);
      }
    }
    return Duration.ofNanos(oldest);
  }
}
