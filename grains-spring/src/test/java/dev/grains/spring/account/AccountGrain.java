package dev.grains.spring.account;

import dev.grains.EventSourcedGrain;

public final class AccountGrain extends EventSourcedGrain<AccountGrain.Balance, AccountGrain.Booked>
    implements Account {

  public record Balance(long cents) {}

  public record Booked(long cents) {}

  private final Fees fees;

  AccountGrain(Fees fees) {
    this.fees = fees;
  }

  @Override
  protected Balance initialState() {
    return new Balance(0);
  }

  @Override
  protected Balance apply(Balance balance, Booked event) {
    return new Balance(balance.cents() + event.cents());
  }

  @Override
  public long deposit(long cents) {
    if (cents <= 0) {
      throw new IllegalArgumentException("cents must be positive, was " + cents);
    }
    emit(new Booked(cents - fees.of(cents)));
    return state().cents();
  }

  @Override
  public long balance() {
    return state().cents();
  }
}
