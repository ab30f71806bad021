package dev.grains.internal.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Says when the heap is short after a garbage collection. Confined to the heartbeat. */
final class MemoryWatch implements Runnable {

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final double share;
  private final Runnable whenShort;
  private final List<MemoryPoolMXBean> pools;
  private long lastLook = System.nanoTime();
  private long lastUsed;

  MemoryWatch(double share, Runnable whenShort) {
    this.share = share;
    this.whenShort = whenShort;
    this.pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
  }

  @Override
  public void run() {
    if (share >= 1 || System.nanoTime() - lastLook < PAUSE) {
      return;
    }
    lastLook = System.nanoTime();
    long used = 0;
    for (MemoryPoolMXBean pool : pools) {
      MemoryUsage usage = pool.getCollectionUsage();
      used += usage == null ? 0 : usage.getUsed();
    }
    // the figure only changes with a collection: one collection, one relief
    if (used != lastUsed && used > share * Runtime.getRuntime().maxMemory()) {
      whenShort.run();
    }
    lastUsed = used;
  }
}
