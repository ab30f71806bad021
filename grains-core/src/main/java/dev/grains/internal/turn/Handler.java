package dev.grains.internal.turn;

import dev.grains.CallCycleException;
import dev.grains.GrainCallException;
import dev.grains.GrainException;
import dev.grains.GrainId;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.CommandCall;
import dev.grains.internal.call.Failed;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.EventMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls one handler after another for a turn, and turns what they throw into outcomes. */
final class Handler {

  static final EventMetadata NO_METADATA =
      new EventMetadata(new UUID(0, 0), "", null, null, Map.of());

  private final TurnSettings settings;
  private final GrainId id;
  private final Object grain;
  private final TurnScope scope;

  Handler(TurnSettings settings, GrainId id, Object grain, TurnScope scope) {
    this.settings = settings;
    this.id = id;
    this.grain = grain;
    this.scope = scope;
  }

  /** Names the chain of calls of a command: its own name if it begins one. */
  String correlation(CommandCall command, Batch batch, int index) {
    String given = command.correlation();
    return given != null ? given : batch.caller() + "/" + batch.number() + "/" + index;
  }

  @Nullable Object invoke(CommandCall command, ContractMethod method, Batch batch, int index) {
    boolean nonBlocking = settings.definition().type().nonBlocking();
    if (!command.chain().isEmpty() && command.chain().contains(id.toString())) {
      return new Failed(
          new CallCycleException(
              String.join(" -> ", command.chain())
                  + " -> "
                  + id
                  + ": "
                  + id
                  + " already waits for this call"));
    }
    // only a handler that may call others needs the name
    scope.command(command, nonBlocking ? null : correlation(command, batch, index));
    try {
      return run(method, command.arguments(method), command.headers(), command.deadline());
    } catch (Throwable failure) {
      return failed(method, failure);
    }
  }

  @Nullable Object run(
      ContractMethod method,
      @Nullable Object[] arguments,
      Map<String, String> headers,
      long deadline)
      throws Throwable {
    Object result =
        settings.interceptors().isEmpty()
            ? settings.definition().invoke(method, grain, arguments)
            : intercepted(method, arguments, headers);
    return result instanceof CompletionStage<?> stage ? await(stage, method, deadline) : result;
  }

  private @Nullable Object intercepted(
      ContractMethod method, @Nullable Object[] arguments, Map<String, String> headers)
      throws Exception {
    CallInfo info =
        new CallInfo(
            id,
            settings.definition().contract().type(),
            method.method(),
            Arrays.asList(arguments),
            method.query());
    Callable<@Nullable Object> next =
        () -> {
          try {
            return settings.definition().invoke(method, grain, arguments);
          } catch (Exception | Error thrown) {
            throw thrown;
          } catch (Throwable thrown) {
            throw new ExecutionException(thrown);
          }
        };
    List<CallInterceptor> interceptors = settings.interceptors();
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      CallInterceptor interceptor = interceptors.get(i);
      Callable<@Nullable Object> inner = next;
      next = () -> interceptor.aroundHandler(info, headers, inner);
    }
    return next.call();
  }

  private @Nullable Object await(CompletionStage<?> stage, ContractMethod method, long deadline)
      throws Throwable {
    CompletableFuture<?> future = stage.toCompletableFuture();
    try {
      if (future.isDone()) {
        return future.join();
      }
      String reason = scope.whyNoWaiting();
      if (reason != null) {
        throw new IllegalStateException(
            id + " returned an incomplete stage from " + method.signature() + ", but " + reason);
      }
      return waitFor(future, deadline);
    } catch (CompletionException | ExecutionException wrapped) {
      throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
    }
  }

  private @Nullable Object waitFor(CompletableFuture<?> future, long deadline) throws Exception {
    long millis = Math.max(1, deadline - settings.clock().millis());
    scope.beforeWait();
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } finally {
      scope.afterWait();
    }
  }

  /** The outcome for what a handler threw: as itself if its type is part of the contract. */
  Failed failed(ContractMethod method, Throwable thrown) {
    if (thrown instanceof GrainException
        || method.throwables().arrivesAsItself(thrown.getClass())) {
      return new Failed(thrown);
    }
    return new Failed(
        new GrainCallException(
            thrown.getClass().getName(),
            id
                + " failed in "
                + method.signature()
                + ": "
                + thrown
                + "; to catch the type itself, name it in the throws clause of the method",
            thrown));
  }
}
