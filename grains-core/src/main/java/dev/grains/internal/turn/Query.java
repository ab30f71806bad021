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
    TurnScope scope =
        new TurnScope(
            id,
            settings.definition().type().nonBlocking(),
            worker ? settings.gate() : null,
            outer instanceof TurnScope turn ? turn : null);
    scope.query(chain, deadline);
    CallScope.enter(scope);
    context.beginQuery();
    Handler handler = new Handler(settings, id, grain, scope);
    try {
      return handler.run(method, arguments, headers, deadline);
    } catch (Throwable failure) {
      return handler.failed(method, failure);
    } finally {
      context.end();
      CallScope.enter(outer);
      settings.metrics().queried();
    }
  }
}
