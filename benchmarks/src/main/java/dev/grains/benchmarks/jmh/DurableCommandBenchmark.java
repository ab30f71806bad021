package dev.grains.benchmarks.jmh;

import dev.grains.Limits;
import dev.grains.benchmarks.compare.grains.AccountContender;
import org.openjdk.jmh.annotations.Param;

/**
 * What does a command cost whose event is on disk before the reply, and what do groups of commits
 * bring?
 *
 * <p>Command: {@code benchmarks/jmh DurableCommandBenchmark}.
 */
public class DurableCommandBenchmark extends DepositBenchmark {

  /** Whether commands share a batch and commits a transaction. */
  @Param({"true", "false"})
  public boolean groups;

  @Override
  AccountContender accounts() {
    return AccountContender.nonBlocking(groups ? Limits.defaults().groupCommits() : 1);
  }
}
