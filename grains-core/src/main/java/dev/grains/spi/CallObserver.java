package dev.grains.spi;

import org.jspecify.annotations.Nullable;

/**
 * Told when a call ends, on any thread; must not block.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CallObserver {

  /**
   * Called once, when the call has a reply or has failed; when it is on its way if nobody waits for
   * a reply.
   *
   * @param failure what the caller gets instead of a result, null on success
   */
  void onEnd(@Nullable Throwable failure);
}
