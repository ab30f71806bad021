package dev.grains.internal.turn;

import dev.grains.internal.call.CallScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scope of calls made after a commit. Confined to its thread. */
final class ActionScope extends CallScope {

  private final Gate gate;
  private int waits;

  ActionScope(Gate gate) {
    this.gate = gate;
  }

  @Override
  protected List<String> chain() {
    return List.of();
  }

  @Override
  protected @Nullable String correlation() {
    return null;
  }

  @Override
  protected long deadline() {
    return Long.MAX_VALUE;
  }

  @Override
  protected @Nullable String whyNoWaiting() {
    return null;
  }

  @Override
  protected void beforeWait() {
    if (waits == 0) {
      gate.beforeWait(); // may refuse, and then nothing waits
    }
    waits++;
  }

  @Override
  protected void afterWait() {
    if (--waits == 0) {
      gate.afterWait();
    }
  }
}
