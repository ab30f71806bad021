package dev.grains.internal.activation;

import dev.grains.internal.turn.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A decision that may not be shown yet: it waits for its own commit, or for the one it rests on.
 *
 * @param decision what the turn decided
 * @param commit its commit on the way, null if it wrote nothing
 */
record Step(Decision decision, @Nullable TurnCommit commit) {}
