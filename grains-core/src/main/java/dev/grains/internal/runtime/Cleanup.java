package dev.grains.internal.runtime;

import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what has been started, the latest first, also when the start has come only half way.
 * Confined to whoever starts, then to whoever closes.
 */
final class Cleanup {

  private static final Logger log = LoggerFactory.getLogger(Cleanup.class);

  private final ArrayDeque<Runnable> steps = new ArrayDeque<>();

  /** Adds how to end what the caller has started just now. */
  void add(Runnable end) {
    steps.push(end);
  }

  /** Ends everything; a step that fails does not keep the others from running. */
  void run() {
    Runnable step = steps.poll();
    while (step != null) {
      try {
        step.run();
      } catch (RuntimeException | Error failure) {
        log.warn("a part of the runtime did not end well", failure);
      }
      step = steps.poll();
    }
  }
}
