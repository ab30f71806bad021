package dev.grains.internal.call;

import org.jspecify.annotations.Nullable;

/** The two ends of a wait for a reply. */
final class Waiting {

  private Waiting() {}

  static @Nullable CallScope begin() {
    CallScope scope = CallScope.current();
    if (scope != null) {
      String reason = scope.whyNoWaiting();
      if (reason != null) {
        throw new IllegalStateException(reason);
      }
      scope.beforeWait();
    }
    return scope;
  }

  static void end(@Nullable CallScope scope) {
    if (scope != null) {
      scope.afterWait();
    }
  }
}
