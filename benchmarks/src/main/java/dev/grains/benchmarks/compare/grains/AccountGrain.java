package dev.grains.benchmarks.compare.grains;

import dev.grains.EventSourcedGrain;
import dev.grains.benchmarks.compare.Deposit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An account that may block, although it never does. */
class AccountGrain extends EventSourcedGrain<Balance, Deposit> implements Account {

  @Override
  protected Balance initialState() {
    return new Balance(0);
  }

  @Override
  protected Balance apply(Balance state, Deposit deposit) {
    return new Balance(state.cents() + deposit.cents());
  }

  @Override
  public long deposit(Deposit deposit) {
    emit(deposit.checked());
    return state().cents();
  }

  @Override
  public CompletionStage<Long> depositLater(Deposit deposit) {
    return CompletableFuture.completedStage(deposit(deposit));
  }

  @Override
  public long balance() {
    return state().cents();
  }

  @Override
  public CompletionStage<Long> balanceLater() {
    return CompletableFuture.completedStage(balance());
  }
}
