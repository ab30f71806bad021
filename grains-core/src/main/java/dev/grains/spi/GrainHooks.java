package dev.grains.spi;

import dev.grains.DeactivationReason;

/**
 * The hooks of one grain instance, as the runtime calls them. Confined to the turns of the grain.
 *
 * @since 0.1
 */
public interface GrainHooks {

  /** Calls {@code onActivate}. */
  void activate();

  /**
   * Calls {@code onDeactivate}.
   *
   * @param reason why the activation leaves memory
   */
  void deactivate(DeactivationReason reason);

  /**
   * Returns the state of a grain that was never written.
   *
   * @return the initial state
   */
  Object initialState();

  /**
   * Returns the state after an event.
   *
   * @param state the state before
   * @param event the event
   * @return the state after
   */
  Object apply(Object state, Object event);
}
