package dev.grains.test.account;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

// tag::contract[]
@Grain("account")
interface Account {
  long deposit(long cents);

  long withdraw(long cents) throws InsufficientFunds;

  CompletionStage<Long> transfer(String to, long cents) throws InsufficientFunds;

  @ReadOnly
  long balance();
}
// end::contract[]
