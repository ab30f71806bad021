package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How calls are told and their stages waited for. */
final class Calls {

  private static final int SHOWN = 200;
  private static final long PATIENCE_SECONDS = 10;

  private Calls() {}

  /** Tells a call as in {@code account/42.withdraw(30)}. */
  static String describe(GrainId id, ContractMethod method, @Nullable Object[] arguments) {
    String list = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
    String shown = list.length() <= SHOWN ? list : list.substring(0, SHOWN) + "...";
    return id + "." + method.method().getName() + "(" + shown + ")";
  }

  /** Returns a value, or what it brings if it is a stage. */
  static @Nullable Object settle(@Nullable Object value, String call) throws Exception {
    return value instanceof CompletionStage<?> stage ? await(stage, call) : value;
  }

  /** Returns what a stage brings; throws the failure that it ends with. */
  static <R extends @Nullable Object> R await(CompletionStage<R> stage, String call)
      throws Exception {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (root(e) instanceof Error error) {
        throw error;
      }
      throw root(e) instanceof Exception exception ? exception : e;
    } catch (TimeoutException e) {
      throw new AssertionError(
          "the stage of " + call + " is not complete after " + PATIENCE_SECONDS + " s", e);
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable found = failure;
    while ((found instanceof ExecutionException || found instanceof CompletionException)
        && found.getCause() != null) {
      found = found.getCause();
    }
    return found;
  }
}
