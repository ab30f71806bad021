package dev.grains.benchmarks.compare.hazelcast;

import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;

/**
 * Counters in a map, reached by entry processors.
 *
 * @param way how commands run
 * @param completion how replies come back
 * @param backups how many synchronous backups there are; with any, both members host keys
 */
public record HazelcastContender(Way way, Completion completion, int backups) implements Contender {

  @Override
  public Running open(Layout layout) {
    return new RunningHazelcast(this, layout, Member.start(layout, backups));
  }
}
