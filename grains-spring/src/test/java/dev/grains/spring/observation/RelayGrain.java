package dev.grains.spring.observation;

import dev.grains.Grain;
import dev.grains.spring.account.Account;

/** Calls another grain and waits for it. */
final class RelayGrain extends Grain implements Relay {

  @Override
  public long deposit(String account, long cents) {
    return grains().get(Account.class, account).deposit(cents);
  }
}
