package dev.grains.internal.reply;

import java.util.UUID;

/** Decides whether a push is made. Production makes all; tests lose some. */
@FunctionalInterface
public interface PushFilter {

  /** Makes every push. */
  PushFilter ALL = caller -> true;

  boolean passes(UUID caller);
}
