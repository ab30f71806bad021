package dev.grains.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A stage whose waiting turns give their slot back, in it and in all stages made from it. */
final class GrainFuture<T extends @Nullable Object> extends CompletableFuture<T> {

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new GrainFuture<>();
  }

  @Override
  public T join() {
    if (isDone()) {
      return super.join();
    }
    CallScope scope = Waiting.begin();
    try {
      return super.join();
    } finally {
      Waiting.end(scope);
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (isDone()) {
      return super.get();
    }
    CallScope scope = Waiting.begin();
    try {
      return super.get();
    } finally {
      Waiting.end(scope);
    }
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (isDone()) {
      return super.get(timeout, unit);
    }
    CallScope scope = Waiting.begin();
    try {
      return super.get(timeout, unit);
    } finally {
      Waiting.end(scope);
    }
  }
}
