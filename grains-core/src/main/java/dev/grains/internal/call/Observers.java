package dev.grains.internal.call;

import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Those who want to know how a call ends; told once, whichever way it ends first. Thread-safe. */
final class Observers implements CallObserver {

  private final List<CallObserver> observers;
  private final AtomicBoolean told = new AtomicBoolean();

  private Observers(List<CallObserver> observers) {
    this.observers = observers;
  }

  /** Shows a call to interceptors. Returns null if none wants to know how it ends. */
  static @Nullable CallObserver of(
      List<CallInterceptor> interceptors, CallInfo call, Map<String, String> headers) {
    List<CallObserver> observers = new ArrayList<>(interceptors.size());
    try {
      for (CallInterceptor interceptor : interceptors) {
        CallObserver observer = interceptor.onCall(call, headers);
        if (observer != null) {
          observers.add(observer);
        }
      }
    } catch (RuntimeException | Error refusal) {
      observers.forEach(observer -> observer.onEnd(refusal));
      throw refusal;
    }
    return observers.isEmpty() ? null : new Observers(observers);
  }

  @Override
  public void onEnd(@Nullable Throwable failure) {
    if (told.compareAndSet(false, true)) {
      observers.forEach(observer -> observer.onEnd(failure));
    }
  }
}
