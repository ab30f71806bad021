package dev.grains.spring.account;

import dev.grains.Grains;

/** A bean that calls grains, and takes a reference before they have started. */
public final class Teller {

  private final Grains grains;
  private final Account till;

  public Teller(Grains grains) {
    this.grains = grains;
    this.till = grains.get(Account.class, "till");
  }

  public long save(String account, long cents) {
    return grains.get(Account.class, account).deposit(cents);
  }

  public Account till() {
    return till;
  }
}
