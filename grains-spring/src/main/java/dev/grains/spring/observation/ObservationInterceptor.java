package dev.grains.spring.observation;

import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Observes calls at the caller and handlers at the owner. What tracing puts into the headers of a
 * call makes the handler a child of the call, whichever member it runs on.
 */
final class ObservationInterceptor implements CallInterceptor {

  private final ObservationRegistry registry;

  ObservationInterceptor(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public @Nullable CallObserver onCall(CallInfo call, Map<String, String> headers) {
    if (registry.isNoop()) {
      return null;
    }
    Observation observation =
        Observation.start(
            null,
            GrainCallConvention.INSTANCE,
            () -> new GrainCallContext(call, headers),
            registry);
    return failure -> {
      if (failure != null) {
        observation.error(failure);
      }
      observation.stop();
    };
  }

  @Override
  public @Nullable Object aroundHandler(
      CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
      throws Exception {
    if (registry.isNoop()) {
      return handler.call();
    }
    Observation observation =
        Observation.createNotStarted(
            null,
            GrainHandlerConvention.INSTANCE,
            () -> new GrainHandlerContext(call, headers),
            registry);
    return observation.observeChecked(handler::call);
  }
}
