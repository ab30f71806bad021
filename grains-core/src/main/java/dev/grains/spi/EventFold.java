package dev.grains.spi;

/**
 * Builds the state of an event-sourced grain from its events. Confined to one load.
 *
 * @since 0.1
 */
public interface EventFold {

  /**
   * Returns the state before the first event.
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
