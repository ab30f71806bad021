package dev.grains.internal.call;

import dev.grains.GrainId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Batches for tests of what becomes of them behind their admission. */
public final class BatchSamples {

  private static final int METHOD = 1;

  private BatchSamples() {}

  /** Commands of a caller in another JVM, all with one deadline. */
  public static Batch commands(UUID caller, long number, GrainId id, long deadline) {
    return batch(caller, number, false, id, deadline, CallAttributes.NONE);
  }

  /** Commands of a caller in another JVM, one for each idempotency key; null stands for none. */
  public static Batch keyed(UUID caller, long number, GrainId id, @Nullable String... keys) {
    return batch(
        caller,
        number,
        false,
        id,
        Long.MAX_VALUE,
        Arrays.stream(keys)
            .map(key -> new CallAttributes(-1, key, List.of(), null, Map.of()))
            .toArray(CallAttributes[]::new));
  }

  /** A query of a caller in another JVM. */
  public static Batch query(UUID caller, long number, GrainId id) {
    return batch(caller, number, true, id, Long.MAX_VALUE, CallAttributes.NONE);
  }

  private static Batch batch(
      UUID caller,
      long number,
      boolean query,
      GrainId id,
      long deadline,
      CallAttributes... attributes) {
    CommandCall[] commands =
        Arrays.stream(attributes)
            .map(each -> new CommandCall(METHOD, new byte[0], deadline, each))
            .toArray(CommandCall[]::new);
    return new Batch(caller, number, query, id, 0, commands, null);
  }
}
