package dev.grains.internal.call;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a call besides its arguments; most calls share {@link #NONE}.
 *
 * @param ifVersion the version that the grain must have, or -1
 * @param idempotencyKey the caller's own name for the command
 * @param chain the grains that wait for the call, outermost first
 * @param correlation names the chain of calls
 * @param headers values added by interceptors
 */
record CallAttributes(
    long ifVersion,
    @Nullable String idempotencyKey,
    List<String> chain,
    @Nullable String correlation,
    Map<String, String> headers) {

  static final CallAttributes NONE = new CallAttributes(-1, null, List.of(), null, Map.of());
}
