package dev.grains.spring.observation;

import dev.grains.spi.CallInfo;
import io.micrometer.common.KeyValues;

/** What observations say about a call. */
final class CallTags {

  private CallTags() {}

  static String contextualName(CallInfo call) {
    return call.id().type() + "." + call.method().getName();
  }

  static KeyValues low(CallInfo call) {
    return KeyValues.of(
        "grain.type",
        call.id().type(),
        "grain.method",
        call.method().getName(),
        "grain.kind",
        call.query() ? "query" : "command");
  }

  static KeyValues high(CallInfo call) {
    return KeyValues.of("grain.key", call.id().key());
  }
}
