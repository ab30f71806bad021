package dev.grains.spi;

import dev.grains.GrainId;
import dev.grains.Grains;
import java.util.function.Supplier;

/**
 * What stands behind one grain instance: its identity, state and turn. The runtime and test kits
 * implement it; {@link dev.grains.Grain} calls it.
 *
 * @since 0.1
 */
public interface GrainContext {

  /**
   * Creates a grain instance that belongs to a context.
   *
   * @param <G> the type of the grain
   * @param context the context, which gets the hooks of the instance through {@link #hooks}
   * @param factory creates the instance, on this thread, once
   * @return the instance
   */
  static <G> G create(GrainContext context, Supplier<? extends G> factory) {
    GrainContext outer = ContextOfConstruction.CURRENT.get();
    ContextOfConstruction.CURRENT.set(context);
    try {
      return factory.get();
    } finally {
      ContextOfConstruction.CURRENT.set(outer);
    }
  }

  /**
   * Binds an instance under construction to the context that {@link #create} was given on this
   * thread. Called by the constructor of {@link dev.grains.Grain} and by nobody else.
   *
   * @param hooks the hooks of the instance
   * @return the context, or one that refuses everything if the instance is created by hand
   */
  static GrainContext attach(GrainHooks hooks) {
    GrainContext context = ContextOfConstruction.CURRENT.get();
    // one instance for each call of create: a grain made inside a constructor stays unbound
    ContextOfConstruction.CURRENT.set(UnboundContext.INSTANCE);
    context.hooks(hooks);
    return context;
  }

  /**
   * Takes the hooks of the instance.
   *
   * @param hooks the hooks
   */
  void hooks(GrainHooks hooks);

  /**
   * Returns the identity of the grain.
   *
   * @return the id
   */
  GrainId id();

  /**
   * Returns the door to other grains.
   *
   * @return the runtime
   */
  Grains grains();

  /**
   * Returns the state that the running handler sees.
   *
   * @return the state
   */
  Object state();

  /**
   * Returns the version that goes with {@link #state()}.
   *
   * @return the version
   */
  long version();

  /**
   * Replaces the state of a document grain.
   *
   * @param state the new state
   */
  void setState(Object state);

  /** Removes the state of a document grain. */
  void clearState();

  /**
   * Records an event of an event-sourced grain.
   *
   * @param event the event
   */
  void emit(Object event);

  /**
   * Runs an action once the turn is durable.
   *
   * @param action the action
   */
  void afterCommit(Runnable action);

  /** Asks for the activation to leave memory. */
  void deactivateSoon();
}
