package dev.grains.spring.account;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;

@Grain("account")
public interface Account {

  long deposit(long cents);

  @ReadOnly
  long balance();
}
