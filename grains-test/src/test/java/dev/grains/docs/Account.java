package dev.grains.docs;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;

// tag::contract[]
@Grain("account")
public interface Account {

  long deposit(long cents);

  long withdraw(long cents);

  @ReadOnly
  long balance();
}
// end::contract[]
