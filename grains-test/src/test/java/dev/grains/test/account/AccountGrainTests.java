package dev.grains.test.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.test.GrainFixture;
import dev.grains.test.account.AccountEvent.Deposited;
import dev.grains.test.account.AccountEvent.Sent;
import dev.grains.test.account.AccountEvent.Withdrawn;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AccountGrainTests {

  // tag::fixture[]
  private final GrainFixture<Account, AccountState, AccountEvent> fixture =
      GrainFixture.eventSourced(Account.class, AccountGrain::new).key("42");

  // end::fixture[]

  // tag::command[]
  @Test
  void paysOutWhatIsThere() {
    fixture
        .given(new Deposited(100))
        .when(account -> account.withdraw(30))
        .thenReply(70L)
        .thenEvents(new Withdrawn(30))
        .thenState(new AccountState(70));
  }

  // end::command[]

  // tag::refusal[]
  @Test
  void paysOutNoMoreThanThereIs() {
    fixture
        .given(new Deposited(100))
        .when(account -> account.withdraw(101))
        .thenFails(
            InsufficientFunds.class,
            failure -> assertThat(failure).hasMessage("101 asked for, 100 there"))
        .thenNoEvents();
  }

  // end::refusal[]

  // tag::steps[]
  @Test
  void addsUpDeposits() {
    fixture
        .when(account -> account.deposit(60))
        .thenReply(60L)
        .and()
        .when(account -> account.deposit(40))
        .thenReply(100L)
        .thenVersion(2)
        .and()
        .when(Account::balance)
        .thenReply(100L);
  }

  // end::steps[]

  // tag::stand-in[]
  @Test
  void sendsMoneyOnceTheTransferIsDurable() {
    RecordingAccount receiver = new RecordingAccount();

    fixture
        .standIn(Account.class, "43", receiver)
        .givenState(new AccountState(100))
        .whenAsync(account -> account.transfer("43", 30))
        .thenReply(70L)
        .thenEvents(new Sent("43", 30))
        .thenAfterCommit(1)
        .runAfterCommit();

    assertThat(receiver.deposited).isEqualTo(30);
  }

  // end::stand-in[]

  private static final class RecordingAccount implements Account {

    private long deposited;

    @Override
    public long deposit(long cents) {
      deposited += cents;
      return deposited;
    }

    @Override
    public long withdraw(long cents) {
      throw new UnsupportedOperationException("nobody withdraws here");
    }

    @Override
    public CompletionStage<Long> transfer(String to, long cents) {
      throw new UnsupportedOperationException("nobody transfers here");
    }

    @Override
    public long balance() {
      return deposited;
    }
  }
}
