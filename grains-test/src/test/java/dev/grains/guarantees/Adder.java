package dev.grains.guarantees;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

/** Adds up, for callers that do not wait. */
@Grain("sum")
interface Adder {
  CompletionStage<Long> add(long amount);

  CompletionStage<Long> refuseAbove(long limit);

  @ReadOnly
  long value();
}
