package dev.grains.benchmarks.axon5;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.queryhandling.annotation.QueryHandler;

/** The read model: balances in memory, updated by the thread that publishes the event. */
final class Balances {

  private final ConcurrentMap<String, Long> cents = new ConcurrentHashMap<>();

  @EventHandler
  void on(MoneyDeposited event) {
    cents.merge(event.account(), event.deposit().cents(), Long::sum);
  }

  @QueryHandler
  long balance(BalanceOf query) {
    return cents.getOrDefault(query.account(), 0L);
  }
}
