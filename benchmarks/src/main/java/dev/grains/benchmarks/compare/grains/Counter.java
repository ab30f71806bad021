package dev.grains.benchmarks.compare.grains;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

/** A counter. */
@Grain("counter")
public interface Counter {

  /**
   * Adds one.
   *
   * @return the new value
   */
  long add();

  /**
   * Adds one, for a caller that does not wait.
   *
   * @return the new value
   */
  CompletionStage<Long> addLater();

  /**
   * Returns the value.
   *
   * @return the value
   */
  @ReadOnly
  long value();

  /**
   * Returns the value, to a caller that does not wait.
   *
   * @return the value
   */
  @ReadOnly
  CompletionStage<Long> valueLater();
}
