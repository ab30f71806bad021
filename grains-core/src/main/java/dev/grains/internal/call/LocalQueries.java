package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs queries on the caller's thread where the grain is active on this very member. */
public interface LocalQueries {

  /** Stands for: not here, send it. */
  Object NOT_HERE = new Object();

  /**
   * Runs a query.
   *
   * @param deadline until when it may wait, in milliseconds by the clock of this JVM
   * @return the result, a {@link Failed}, or {@link #NOT_HERE}
   */
  @Nullable Object query(
      GrainId id,
      ContractMethod method,
      Object @Nullable [] arguments,
      Map<String, String> headers,
      long deadline);
}
