package dev.grains.benchmarks.compare;

/**
 * What a deposit carries, as a command and as an event: about 120 bytes of JSON.
 *
 * @param cents the amount
 * @param reference names the deposit
 * @param clerk who took the money
 * @param note how it came
 * @param at when, in milliseconds of the epoch
 */
public record Deposit(long cents, String reference, String clerk, String note, long at) {

  /** One cent. */
  public static final Deposit ONE_CENT =
      new Deposit(
          1,
          "3f2b8c1e-7d54-4c8a-9b1f-0a6d2e4c5b7f",
          "clerk-0042",
          "cash at desk",
          1_767_225_600_000L);

  /**
   * Checks the amount, as every contender does before it takes the deposit.
   *
   * @return this deposit
   */
  public Deposit checked() {
    if (cents <= 0) {
      throw new IllegalArgumentException("cents must be positive, was " + cents);
    }
    return this;
  }
}
