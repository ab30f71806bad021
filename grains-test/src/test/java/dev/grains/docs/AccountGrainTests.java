package dev.grains.docs;

import dev.grains.docs.AccountGrain.Balance;
import dev.grains.docs.AccountGrain.Booked;
import dev.grains.test.GrainFixture;
import org.junit.jupiter.api.Test;

class AccountGrainTests {

  // tag::fixture[]
  private final GrainFixture<Account, Balance, Booked> account =
      GrainFixture.eventSourced(Account.class, AccountGrain::new);

  @Test
  void withdrawsWhatIsThere() {
    account
        .given(new Booked(100))
        .when(grain -> grain.withdraw(30))
        .thenReply(70L)
        .thenEvents(new Booked(-30))
        .thenState(new Balance(70));
  }

  // end::fixture[]

  @Test
  void refusesToOverdraw() {
    account
        .given(new Booked(100))
        .when(grain -> grain.withdraw(101))
        .thenFails(IllegalArgumentException.class)
        .thenNoEvents();
  }

  @Test
  void depositsAreBooked() {
    account
        .when(grain -> grain.deposit(5))
        .thenReply(5L)
        .thenEvents(new Booked(5))
        .and()
        .when(Account::balance)
        .thenReply(5L)
        .thenNoEvents();
  }

  @Test
  void depositsMustBePositive() {
    account
        .when(grain -> grain.deposit(0))
        .thenFails(IllegalArgumentException.class)
        .thenNoEvents();
  }
}
