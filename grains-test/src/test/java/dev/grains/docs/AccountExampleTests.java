package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import org.junit.jupiter.api.Test;

class AccountExampleTests {

  @Test
  void whatTheReadmeShowsRuns() {
    long left;

    // tag::call[]
    try (Grains grains = Grains.builder().register(Account.class, AccountGrain::new).start()) {
      Account account = grains.get(Account.class, "42");
      account.deposit(100);
      left = account.withdraw(30);
    }
    // end::call[]

    assertThat(left).isEqualTo(70);
  }
}
