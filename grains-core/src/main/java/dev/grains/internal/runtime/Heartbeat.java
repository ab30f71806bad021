package dev.grains.internal.runtime;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that does what is due: deadlines, healing, idle timeouts, back-off, warnings. */
final class Heartbeat extends Thread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final long REST = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(500);

  private final List<Runnable> duties;
  private volatile boolean closed;

  Heartbeat(String name, List<Runnable> duties) {
    super("grains-heartbeat-" + name);
    setDaemon(true);
    this.duties = duties;
  }

  @Override
  public void run() {
    while (!closed) {
      long start = System.nanoTime();
      duties.forEach(Heartbeat::run);
      // however much there is to look at, looking takes a twentieth of a core at most
      long rest = Math.max(REST, (System.nanoTime() - start) * 20);
      rest = Math.min(rest, LONGEST_REST);
      LockSupport.parkNanos(this, rest);
    }
  }

  private static void run(Runnable duty) {
    try {
      duty.run();
    } catch (RuntimeException | Error bug) {
      log.error("a duty of the runtime failed; it is tried again in a moment", bug);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(this);
  }
}
