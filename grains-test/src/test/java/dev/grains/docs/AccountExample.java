package dev.grains.docs;

import dev.grains.Grains;

/** How an application uses accounts. */
final class AccountExample {

  private AccountExample() {}

  static long depositAndWithdraw() {
    long left;
    // tag::call[]
    try (Grains grains = Grains.builder().register(Account.class, AccountGrain::new).start()) {
      Account account = grains.get(Account.class, "42");
      account.deposit(100);
      left = account.withdraw(30);
    }
    // end::call[]
    return left;
  }
}
