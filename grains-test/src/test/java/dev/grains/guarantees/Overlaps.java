package dev.grains.guarantees;

import dev.grains.GrainId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Watches, across all members of this JVM, that turns of a grain do not overlap. */
final class Overlaps {

  private static final Map<GrainId, AtomicInteger> RUNNING = new ConcurrentHashMap<>();
  private static final AtomicLong TURNS = new AtomicLong();
  private static final AtomicLong SEEN = new AtomicLong();

  private Overlaps() {}

  static void enter(GrainId id) {
    TURNS.incrementAndGet();
    int running = RUNNING.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    if (running > 1) {
      SEEN.incrementAndGet();
    }
    Thread.yield(); // lets another turn in, if one could come
  }

  static void leave(GrainId id) {
    RUNNING.get(id).decrementAndGet();
  }

  /** How many handlers have been watched. */
  static long turns() {
    return TURNS.get();
  }

  /** How many of them began while another one of the same grain ran. */
  static long seen() {
    return SEEN.get();
  }

  /** Whether none runs now, on living members and on dead ones. */
  static boolean quiet() {
    return RUNNING.values().stream().allMatch(running -> running.get() == 0);
  }
}
