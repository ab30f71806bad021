package dev.grains.spring.observation;

import dev.grains.spi.CallInfo;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Map;

/**
 * The context of the observation {@code grains.handler}: what a turn does for one call, at the
 * owner of the grain.
 *
 * @since 0.1
 */
public final class GrainHandlerContext extends ReceiverContext<Map<String, String>> {

  private final CallInfo call;

  GrainHandlerContext(CallInfo call, Map<String, String> headers) {
    super((carrier, key) -> carrier.get(key), Kind.SERVER);
    this.call = call;
    setCarrier(headers);
  }

  /**
   * Returns the call.
   *
   * @return the call
   */
  public CallInfo call() {
    return call;
  }
}
