package dev.grains.spring;

import dev.grains.GrainsBuilder;
import dev.grains.Limits;
import dev.grains.Threads;
import dev.grains.spring.GrainsProperties.Commits;
import dev.grains.spring.GrainsProperties.Lanes;
import dev.grains.spring.GrainsProperties.Turns;

/** What the properties say about the runtime of this member. */
final class RuntimeSettings {

  private final GrainsProperties properties;

  RuntimeSettings(GrainsProperties properties) {
    this.properties = properties;
  }

  void apply(GrainsBuilder builder) {
    InvalidProperty.positive(properties.web().retryAfter(), "web.retry-after");
    builder
        .callTimeout(InvalidProperty.positive(properties.callTimeout(), "call-timeout"))
        .healAfter(InvalidProperty.positive(properties.healAfter(), "heal-after"))
        .shutdownTimeout(
            InvalidProperty.positive(properties.shutdown().timeout(), "shutdown.timeout"))
        .memoryPressure(heapShare())
        .threads(threads())
        .limits(limits());
  }

  private double heapShare() {
    double share = properties.memoryPressure();
    if (!(share > 0 && share <= 1)) {
      throw InvalidProperty.of("memory-pressure", share, "It must be more than 0 and at most 1.");
    }
    return share;
  }

  Threads threads() {
    Turns turns = properties.turns();
    return new Threads(
        InvalidProperty.atLeast(1, turns.workers(), "turns.workers"),
        InvalidProperty.atLeast(1, properties.commits().committers(), "commits.committers"),
        InvalidProperty.atLeast(1, turns.loads(), "turns.loads"),
        InvalidProperty.atLeast(1, properties.lanes().replies(), "lanes.replies"));
  }

  Limits limits() {
    Lanes lanes = properties.lanes();
    Commits commits = properties.commits();
    return new Limits(
        InvalidProperty.atLeast(1, lanes.calls(), "lanes.calls"),
        InvalidProperty.atLeast(1, lanes.batchCalls(), "lanes.batch-calls"),
        InvalidProperty.atLeast(1, lanes.batchBytes(), "lanes.batch-bytes"),
        InvalidProperty.atLeast(1, lanes.callBytes(), "lanes.call-bytes"),
        InvalidProperty.atLeast(1, properties.turns().mailbox(), "turns.mailbox"),
        InvalidProperty.atLeast(1, commits.queue(), "commits.queue"),
        InvalidProperty.atLeast(1, commits.groupCommits(), "commits.group-commits"),
        InvalidProperty.atLeast(1, commits.groupBytes(), "commits.group-bytes"));
  }
}
