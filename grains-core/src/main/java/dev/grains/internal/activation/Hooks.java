package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.Grain;
import dev.grains.GrainId;
import dev.grains.internal.turn.Gate;
import dev.grains.internal.turn.Turn;
import dev.grains.internal.turn.TurnContext;
import dev.grains.internal.turn.TurnSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the hooks of grains where their failure must not spread. */
final class Hooks {

  private static final Logger log = LoggerFactory.getLogger(Hooks.class);

  private final TurnSettings turns;

  Hooks(TurnSettings turns) {
    this.turns = turns;
  }

  static boolean overridesOnDeactivate(Class<?> grainClass) {
    for (Class<?> c = grainClass; c != null && c != Grain.class; c = c.getSuperclass()) {
      for (var method : c.getDeclaredMethods()) {
        if (method.getName().equals("onDeactivate")
            && List.of(method.getParameterTypes()).equals(List.of(DeactivationReason.class))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Runs {@code onActivate}; passes on what it throws.
   *
   * @param gate where this thread has a slot, if it is a worker
   */
  void activate(TurnContext context, @Nullable Gate gate) {
    Turn.hook(turns, context, gate, () -> context.hooks().activate());
  }

  /**
   * Runs {@code onDeactivate}.
   *
   * @param gate where this thread has a slot, if it is a worker
   */
  void deactivate(TurnContext context, @Nullable Gate gate, DeactivationReason reason) {
    try {
      Turn.hook(turns, context, gate, () -> context.hooks().deactivate(reason));
    } catch (RuntimeException | Error failure) {
      log.warn("grain={} onDeactivate({}) failed", context.id(), reason, failure);
    }
  }

  static void afterCommit(List<Runnable> actions, GrainId id, Gate gate) {
    if (actions.isEmpty()) {
      return;
    }
    gate.execute(
        () -> {
          for (Runnable action : actions) {
            try {
              Turn.action(gate, action);
            } catch (RuntimeException | Error failure) {
              log.warn("grain={} an action after a commit failed", id, failure);
            }
          }
        });
  }
}
