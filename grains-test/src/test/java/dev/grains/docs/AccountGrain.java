package dev.grains.docs;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.NonBlocking;
import dev.grains.docs.AccountGrain.Balance;
import dev.grains.docs.AccountGrain.Booked;

// tag::grain[]
@NonBlocking // its methods only compute
public final class AccountGrain extends EventSourcedGrain<Balance, Booked> implements Account {

  public record Balance(long cents) {}

  public record Booked(long cents) {}

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
    emit(new Booked(cents));
    return state().cents(); // sees its own event
  }

  @Override
  public long withdraw(long cents) {
    if (cents <= 0 || cents > state().cents()) {
      throw new IllegalArgumentException("cannot withdraw " + cents + " of " + state().cents());
    }
    emit(new Booked(-cents));
    return state().cents();
  }

  @Override
  public long balance() {
    return state().cents();
  }
}
// end::grain[]
