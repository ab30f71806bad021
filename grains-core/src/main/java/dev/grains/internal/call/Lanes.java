package dev.grains.internal.call;

import dev.grains.GrainId;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes in use; one that has been idle for a second is forgotten. Thread-safe. */
final class Lanes {

  private static final long IDLE_MILLIS = 1_000;

  private final ConcurrentHashMap<GrainId, Lane> lanes = new ConcurrentHashMap<>();
  private final Outbound outbound;

  Lanes(Outbound outbound) {
    this.outbound = outbound;
  }

  /** Queues a call and returns its lane, which the reference remembers. */
  Lane offer(Reference from, PendingCall call) {
    Lane last = from.lane;
    return last != null && last.offer(call) ? last : find(from, call);
  }

  private Lane find(Reference from, PendingCall call) {
    Target target = from.target();
    while (true) {
      Lane lane = lanes.get(call.id);
      if (lane == null) {
        lane = lanes.computeIfAbsent(call.id, id -> new Lane(id, target, outbound));
      }
      if (lane.offer(call)) {
        from.lane = lane; // a lane that has taken a call may be published by a race
        return lane;
      }
      lanes.remove(call.id, lane);
    }
  }

  void sweep(long now) {
    lanes.forEach(
        (id, lane) -> {
          if (lane.sweep(now, IDLE_MILLIS)) {
            lanes.remove(id, lane);
          }
        });
  }

  int busy() {
    int count = 0;
    for (Lane lane : lanes.values()) {
      if (lane.busy()) {
        count++;
      }
    }
    return count;
  }

  int depth() {
    int depth = 0;
    for (Lane lane : lanes.values()) {
      depth += lane.depth();
    }
    return depth;
  }

  void close(RuntimeException failure) {
    lanes.values().forEach(lane -> lane.close(failure));
    lanes.clear();
  }
}
