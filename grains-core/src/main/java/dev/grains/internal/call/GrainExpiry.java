package dev.grains.internal.call;

/** Completes calls whose deadline is over, each where its caller may be called. */
final class GrainExpiry {

  private GrainExpiry() {}

  static void complete(PendingCall call, RuntimeException failure, Outbound outbound) {
    if (call.completesInPlace()) {
      call.fail(failure);
    } else {
      outbound.replyThreads.execute(() -> call.fail(failure));
    }
  }
}
