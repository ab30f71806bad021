package dev.grains;

import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainHooks;

/**
 * The base of grain classes without stored state: the fields of the grain are its state, and they
 * are gone when the activation leaves memory.
 *
 * <p>The runtime creates one instance for each activation. All methods, hooks and handlers are
 * confined to the turns of the grain: one at a time, each seeing what the earlier ones wrote.
 * Instances created outside the runtime have no identity; their inherited methods fail with {@link
 * IllegalStateException}.
 *
 * @since 0.1
 */
public abstract class Grain {

  private final GrainContext context;

  /** Creates the grain for the activation that is being set up on this thread. */
  protected Grain() {
    context = GrainContext.attach(new Hooks());
  }

  /**
   * Returns the identity of this grain.
   *
   * @return the id
   */
  protected final GrainId id() {
    return context.id();
  }

  /**
   * Returns the door to other grains. Calls made inside a turn carry the chain of waiting grains,
   * so that a cycle fails at once; a {@code @NonBlocking} grain may call others only from {@link
   * #afterCommit}.
   *
   * @return the runtime that hosts this grain
   */
  protected final Grains grains() {
    return context.grains();
  }

  /**
   * Runs an action once what this turn wrote is durable, outside the turn, on a thread that may
   * block. It runs at least once when the commit succeeds and this member lives on; it never runs
   * when the command fails or its decision is dropped. A command that writes nothing runs it at
   * once after the turn.
   *
   * @param action the action; its failure is logged and changes nothing
   */
  protected final void afterCommit(Runnable action) {
    context.afterCommit(action);
  }

  /** Asks for this activation to leave memory once its waiting commands are done. */
  protected final void deactivateSoon() {
    context.deactivateSoon();
  }

  /**
   * Called as a turn before the first handler of an activation, when the state is loaded. For a
   * {@code @NonBlocking} grain it must only compute. A failure drops the activation, and the
   * waiting commands fail with it.
   */
  protected void onActivate() {}

  /**
   * Called as a turn before the activation leaves memory. Best effort: it does not run when the
   * member dies, and what it throws is logged. It can no longer change stored state.
   *
   * @param reason why the activation leaves
   */
  protected void onDeactivate(DeactivationReason reason) {}

  final GrainContext context() {
    return context;
  }

  Object initialStateForHooks() {
    throw new IllegalStateException(getClass().getName() + " has no stored state");
  }

  Object applyForHooks(Object state, Object event) {
    throw new IllegalStateException(getClass().getName() + " has no events");
  }

  private final class Hooks implements GrainHooks {

    @Override
    public void activate() {
      onActivate();
    }

    @Override
    public void deactivate(DeactivationReason reason) {
      onDeactivate(reason);
    }

    @Override
    public Object initialState() {
      return initialStateForHooks();
    }

    @Override
    public Object apply(Object state, Object event) {
      return applyForHooks(state, event);
    }
  }
}
