package dev.grains.spring.observation;

import dev.grains.spi.CallInfo;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;

/**
 * The context of the observation {@code grains.call}: a call, at its caller.
 *
 * @since 0.1
 */
public final class GrainCallContext extends SenderContext<Map<String, String>> {

  private final CallInfo call;

  GrainCallContext(CallInfo call, Map<String, String> headers) {
    super(
        (carrier, key, value) -> {
          if (carrier != null) {
            carrier.put(key, value);
          }
        },
        Kind.CLIENT);
    this.call = call;
    setCarrier(headers);
    setRemoteServiceName("grains");
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
