package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.Grain;
import dev.grains.GrainId;
import dev.grains.internal.turn.TurnContext;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the hooks of grains where their failure must not spread. */
final class Hooks {

  private static final Logger log = LoggerFactory.getLogger(Hooks.class);

  private Hooks() {}

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

  static void activate(TurnContext context) {
    context.beginHook();
    try {
      context.hooks().activate();
    } finally {
      context.end();
    }
  }

  static void deactivate(TurnContext context, GrainId id, DeactivationReason reason) {
    context.beginHook();
    try {
      context.hooks().deactivate(reason);
    } catch (RuntimeException | Error failure) {
      log.warn("grain={} onDeactivate({}) failed", id, reason, failure);
    } finally {
      context.end();
    }
  }

  static void afterCommit(List<Runnable> actions, GrainId id, Executor executor) {
    if (actions.isEmpty()) {
      return;
    }
    executor.execute(
        () -> {
          for (Runnable action : actions) {
            try {
              action.run();
            } catch (RuntimeException | Error failure) {
              log.warn("grain={} an action after a commit failed", id, failure);
            }
          }
        });
  }
}
