package dev.grains.spring.account;

/** What a deposit costs: a bean that account grains need. */
public record Fees(long cents) {

  long of(long deposit) {
    return Math.min(cents, deposit);
  }
}
