package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.grains.AccountContender;
import org.openjdk.jmh.annotations.Param;

/**
 * What does it cost to give each command an idempotency key, beside the same commands without one?
 *
 * <p>Command: {@code benchmarks/jmh IdempotencyKeyBenchmark}.
 */
public class IdempotencyKeyBenchmark extends DepositBenchmark {

  /** Whether the accounts may block. */
  @Param({"false", "true"})
  public boolean blocking;

  /** Whether each deposit has a key of its own. */
  @Param({"true", "false"})
  public boolean keys;

  @Override
  AccountContender accounts() {
    AccountContender accounts =
        blocking ? AccountContender.blocking() : AccountContender.nonBlocking();
    return keys ? accounts.withKeys() : accounts;
  }
}
