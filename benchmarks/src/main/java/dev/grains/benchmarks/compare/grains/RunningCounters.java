package dev.grains.benchmarks.compare.grains;

import dev.grains.Grains;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.compare.hazelcast.OwnedKeys;
import java.util.Arrays;

/** Counters behind references that are made once. */
final class RunningCounters implements Running {

  private final Grains grains;
  private final Counter[] counters;

  RunningCounters(Grains grains, Layout layout) {
    this.grains = grains;
    this.counters =
        layout.role() == Role.HOST
            ? new Counter[0]
            : Arrays.stream(OwnedKeys.names(grains.hazelcast(), layout.place()))
                .map(name -> grains.get(Counter.class, name))
                .toArray(Counter[]::new);
  }

  @Override
  public String address() {
    return GrainMember.address(grains);
  }

  @Override
  public void send(Work work, int key, Done done) {
    switch (work) {
      case COUNT -> done.on(counters[key].addLater());
      case READ -> done.on(counters[key].valueLater());
      case DEPOSIT -> throw new IllegalArgumentException("counters keep nothing on disk");
    }
  }

  @Override
  public long call(Work work, int key) {
    return switch (work) {
      case COUNT -> counters[key].add();
      case READ -> counters[key].value();
      case DEPOSIT -> throw new IllegalArgumentException("counters keep nothing on disk");
    };
  }

  @Override
  public long total() {
    return Arrays.stream(counters).mapToLong(Counter::value).sum();
  }

  @Override
  public void close() {
    grains.close();
  }
}
