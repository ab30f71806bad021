package dev.grains.internal.call;

import dev.grains.internal.metrics.CallMetrics;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** What lanes and queries need to send batches and to hear of them. Thread-safe. */
final class Outbound {

  private static final long GRACE_MILLIS = 500;
  private static final long NEVER = Long.MAX_VALUE;

  final CallSettings settings;
  final Transport transport;
  final Executor replyThreads;
  final CallMetrics metrics;
  private final AtomicLong numbers = new AtomicLong();
  private final ConcurrentHashMap<Long, Flight> flights = new ConcurrentHashMap<>();
  private volatile long refusedSince = NEVER;

  Outbound(CallSettings settings, Transport transport, Executor replyThreads, CallMetrics metrics) {
    this.settings = settings;
    this.transport = transport;
    this.replyThreads = replyThreads;
    this.metrics = metrics;
  }

  long now() {
    return settings.clock().millis();
  }

  UUID caller() {
    return settings.caller();
  }

  long nextNumber() {
    return numbers.incrementAndGet();
  }

  void opened(Flight flight) {
    flights.put(flight.batch.number(), flight);
  }

  void closed(Flight flight) {
    flights.remove(flight.batch.number());
  }

  /** Takes an answer that was pushed; one that nobody waits for any more is dropped. */
  void answered(long number, Answer answer) {
    Flight flight = flights.get(number);
    if (flight != null) {
      flight.answered(answer);
    }
  }

  /**
   * Notes that the cluster has too few members. A member that joins or is replaced is back in a
   * moment; one that is missing for longer is not worth the wait.
   *
   * @return whether it may be over in a moment
   */
  boolean mayRecover() {
    long now = now();
    if (refusedSince == NEVER) {
      refusedSince = now;
    }
    return now - refusedSince < GRACE_MILLIS;
  }

  /** Notes that the cluster has enough members. */
  void recovered() {
    if (refusedSince != NEVER) {
      refusedSince = NEVER;
    }
  }

  Iterable<Flight> flights() {
    return flights.values();
  }
}
