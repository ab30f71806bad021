package dev.grains.internal.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turn, if any, that runs on a thread: what calls made from it inherit, and what happens when
 * it waits.
 */
public abstract class CallScope {

  private static final ThreadLocal<@Nullable CallScope> CURRENT = new ThreadLocal<>();

  public static @Nullable CallScope current() {
    return CURRENT.get();
  }

  /** Makes a scope current on this thread and returns the one before it. */
  public static @Nullable CallScope enter(@Nullable CallScope scope) {
    CallScope outer = CURRENT.get();
    if (scope == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(scope);
    }
    return outer;
  }

  /** The grains that wait up to and including the one of this turn, outermost first. */
  protected abstract List<String> chain();

  /** The correlation of the command that runs now. */
  protected abstract @Nullable String correlation();

  /** The deadline of the command that runs now, in milliseconds by the clock of this JVM. */
  protected abstract long deadline();

  /** Whether handlers of this turn may wait; if not, the reason to tell. */
  protected abstract @Nullable String whyNoWaiting();

  /** Called before the thread waits: gives its slot to another turn. */
  protected abstract void beforeWait();

  /** Called after the thread has waited: takes a slot again, waiting for one if it must. */
  protected abstract void afterWait();
}
