package dev.grains.test;

import dev.grains.test.FixtureContext.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One call as it went.
 *
 * @param runner the instance that ran it
 * @param call what was called, for messages
 * @param failure what the caller got instead of a reply, null if the call succeeded
 * @param decision what was committed; of a failed call nothing
 */
record Turn(Instance runner, String call, @Nullable Throwable failure, Decision decision) {

  /** Runs what is to be done now that the turn is durable. */
  void runActions() {
    runner.run(
        Phase.AFTER_COMMIT,
        null,
        0,
        "an afterCommit action of " + call,
        () -> decision.actions().forEach(Runnable::run));
  }
}
