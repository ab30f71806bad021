package dev.grains.test.account;

import dev.grains.EventSourcedGrain;
import dev.grains.test.account.AccountEvent.Deposited;
import dev.grains.test.account.AccountEvent.Sent;
import dev.grains.test.account.AccountEvent.Withdrawn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class AccountGrain extends EventSourcedGrain<AccountState, AccountEvent> implements Account {

  @Override
  protected AccountState initialState() {
    return new AccountState(0);
  }

  @Override
  protected AccountState apply(AccountState state, AccountEvent event) {
    if (event instanceof Deposited deposited) {
      return new AccountState(state.balance() + deposited.cents());
    }
    if (event instanceof Withdrawn withdrawn) {
      return new AccountState(state.balance() - withdrawn.cents());
    }
    return new AccountState(state.balance() - ((Sent) event).cents());
  }

  @Override
  public long deposit(long cents) {
    if (cents <= 0) {
      throw new IllegalArgumentException("cents must be positive, was " + cents);
    }
    emit(new Deposited(cents));
    return state().balance();
  }

  @Override
  public long withdraw(long cents) throws InsufficientFunds {
    expectFunds(cents);
    emit(new Withdrawn(cents));
    return state().balance();
  }

  @Override
  public CompletionStage<Long> transfer(String to, long cents) throws InsufficientFunds {
    expectFunds(cents);
    emit(new Sent(to, cents));
    Account receiver = grains().get(Account.class, to);
    afterCommit(() -> receiver.deposit(cents));
    return CompletableFuture.completedFuture(state().balance());
  }

  @Override
  public long balance() {
    return state().balance();
  }

  private void expectFunds(long cents) throws InsufficientFunds {
    if (cents > state().balance()) {
      throw new InsufficientFunds(cents + " asked for, " + state().balance() + " there");
    }
  }
}
