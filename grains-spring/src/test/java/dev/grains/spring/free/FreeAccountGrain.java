package dev.grains.spring.free;

import dev.grains.StatefulGrain;
import dev.grains.spring.account.Account;

/** An account without fees, beside those of the bank. */
public class FreeAccountGrain extends StatefulGrain<FreeAccountGrain.Balance> implements Account {

  public record Balance(long cents) {}

  @Override
  protected Balance initialState() {
    return new Balance(0);
  }

  @Override
  public long deposit(long cents) {
    setState(new Balance(state().cents() + cents));
    return state().cents();
  }

  @Override
  public long balance() {
    return state().cents();
  }
}
