package dev.grains.spi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds calls at the caller and handlers at the owner: tracing, security, logging contexts.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface CallInterceptor {

  /**
   * Called on the caller's thread before a call is sent.
   *
   * @param call the call
   * @param headers the values that travel with the call, to be added to; keep them few and short
   * @return told when the call ends, or null if nobody needs to be
   */
  default @Nullable CallObserver onCall(CallInfo call, Map<String, String> headers) {
    return null;
  }

  /**
   * Returns the exceptions with which {@link #aroundHandler} refuses calls. They reach every caller
   * as themselves, as those in the {@code throws} clause of a contract method do, where the runtime
   * of the caller has the same interceptor.
   *
   * @return the types, always the same; each can be made from a message
   */
  default List<Class<? extends Exception>> refusals() {
    return List.of();
  }

  /**
   * Runs a handler on the owner, on the thread of its turn. What it throws instead of running the
   * handler goes to the caller like a refusal of the grain.
   *
   * @param call the call
   * @param headers the values that came with the call
   * @param handler runs the handler; to be called at most once
   * @return the result of the handler
   * @throws Exception what the handler threw, or a refusal
   */
  default @Nullable Object aroundHandler(
      CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
      throws Exception {
    return handler.call();
  }
}
