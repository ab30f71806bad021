package dev.grains.internal.turn;

import dev.grains.GrainId;
import dev.grains.internal.call.CallScope;
import dev.grains.internal.definition.ContractMethod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a query on committed state, beside turns. */
public final class Query {

  private Query() {}

  /**
   * Runs a query.
   *
   * @param grain an instance that no other query uses meanwhile, bound to the context
   * @param chain the grains that wait for it
   * @param worker whether this is a worker thread, with a slot in the gate
   * @return the result, or a {@link dev.grains.internal.call.Failed}
   */
  public static @Nullable Object run(
      TurnSettings settings,
      GrainId id,
      ContractMethod method,
      @Nullable Object[] arguments,
      Map<String, String> headers,
      List<String> chain,
      long deadline,
      Object grain,
      TurnContext context,
      boolean worker) {
    CallScope outer = CallScope.current();
    TurnScope around = outer instanceof TurnScope turn ? turn : null;
    boolean nonBlocking = settings.definition().type().nonBlocking();
    TurnScope scope = new TurnScope(id, nonBlocking, worker ? settings.gate() : null, around);
    scope.query(around == null ? chain : around.chain(), deadline);
    CallScope.enter(scope);
    context.beginQuery();
    Handler handler = new Handler(settings, id, grain, scope);
    Watchdog.Watched watched = worker ? watch(settings.watchdog(), id, deadline) : null;
    try {
      return handler.run(method, arguments, headers, deadline);
    } catch (Throwable failure) {
      return handler.failed(method, failure);
    } finally {
      if (watched != null) {
        settings.watchdog().end(watched);
      }
      context.end();
      CallScope.enter(outer);
      settings.metrics().queried();
    }
  }

  private static Watchdog.Watched watch(Watchdog watchdog, GrainId id, long deadline) {
    Watchdog.Watched watched = watchdog.begin(id, true, System.nanoTime());
    watched.deadline(deadline);
    return watched;
  }
}
