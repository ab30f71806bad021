package dev.grains.spring.observation;

import dev.grains.GrainId;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Names the grain in the log lines of its handlers. */
final class MdcInterceptor implements CallInterceptor {

  static final String TYPE = "grain.type";
  static final String KEY = "grain.key";

  @Override
  public @Nullable Object aroundHandler(
      CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
      throws Exception {
    // a query may run on the thread of its caller, which may be a handler itself
    String outerType = MDC.get(TYPE);
    String outerKey = MDC.get(KEY);
    GrainId id = call.id();
    try {
      MDC.put(TYPE, id.type());
      MDC.put(KEY, id.key());
      return handler.call();
    } finally {
      restore(TYPE, outerType);
      restore(KEY, outerKey);
    }
  }

  private static void restore(String name, @Nullable String value) {
    if (value == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, value);
    }
  }
}
