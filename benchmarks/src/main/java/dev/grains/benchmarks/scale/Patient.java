package dev.grains.benchmarks.scale;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

/** A patient, of whom only the number of observations is kept. */
@Grain("patient")
public interface Patient {

  /**
   * Notes an observation.
   *
   * @param day the day of the observation
   * @return the number of observations so far
   */
  CompletionStage<Long> observe(long day);

  /**
   * Returns the number of observations.
   *
   * @return the number
   */
  @ReadOnly
  long observations();
}
