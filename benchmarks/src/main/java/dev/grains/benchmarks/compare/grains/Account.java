package dev.grains.benchmarks.compare.grains;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import dev.grains.benchmarks.compare.Deposit;
import java.util.concurrent.CompletionStage;

/** An account. */
@Grain("account")
public interface Account {

  /**
   * Takes a deposit.
   *
   * @param deposit the deposit
   * @return the new balance in cents
   */
  long deposit(Deposit deposit);

  /**
   * Takes a deposit from a caller that does not wait.
   *
   * @param deposit the deposit
   * @return the new balance in cents
   */
  CompletionStage<Long> depositLater(Deposit deposit);

  /**
   * Returns the balance.
   *
   * @return the balance in cents
   */
  @ReadOnly
  long balance();

  /**
   * Returns the balance to a caller that does not wait.
   *
   * @return the balance in cents
   */
  @ReadOnly
  CompletionStage<Long> balanceLater();
}
