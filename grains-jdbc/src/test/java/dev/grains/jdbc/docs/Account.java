package dev.grains.jdbc.docs;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;

/** The account of docs/jdbc.md. */
@Grain("account")
public interface Account {

  /**
   * Adds to the balance.
   *
   * @param cents how much
   * @return the balance after it
   */
  long deposit(long cents);

  /**
   * Returns the balance.
   *
   * @return the cents
   */
  @ReadOnly
  long balance();
}
