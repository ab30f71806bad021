package dev.grains.spring.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that deposit, one request after the other, until they are stopped. Thread-safe. */
final class Load {

  private static final int CLIENTS = 4;
  private static final int ACCOUNTS = 20;

  private final Balancer balancer;
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final Map<String, AtomicLong> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> unanswered = new ConcurrentHashMap<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicLong total = new AtomicLong();
  private volatile boolean stopped;

  Load(Balancer balancer) {
    this.balancer = balancer;
  }

  void start() {
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(this::run);
    }
  }

  private void run() {
    while (!stopped) {
      String account = "account-" + total.get() % ACCOUNTS;
      try {
        int status = balancer.post("/accounts/" + account + "?cents=2").statusCode();
        if (status == 200) {
          count(acknowledged, account);
          total.incrementAndGet();
        } else {
          failures.add("status " + status);
          count(unanswered, account);
        }
      } catch (IOException | RuntimeException failure) {
        failures.add(failure.toString());
        count(unanswered, account);
      }
    }
  }

  private static void count(Map<String, AtomicLong> counts, String account) {
    counts.computeIfAbsent(account, key -> new AtomicLong()).incrementAndGet();
  }

  long total() {
    return total.get();
  }

  /** Acknowledged deposits of each account. */
  Map<String, AtomicLong> acknowledged() {
    return acknowledged;
  }

  /** Deposits of which it is not known whether they happened. */
  long unanswered(String account) {
    AtomicLong count = unanswered.get(account);
    return count == null ? 0 : count.get();
  }

  /** What went wrong, as clients see it. */
  List<String> failures() {
    return failures;
  }

  /** Lets the clients finish their last request. */
  void stop() throws InterruptedException {
    stopped = true;
    clients.shutdown();
    if (!clients.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a client hangs");
    }
  }
}
