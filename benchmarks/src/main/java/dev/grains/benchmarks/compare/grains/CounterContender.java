package dev.grains.benchmarks.compare.grains;

import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import java.util.function.Supplier;

/**
 * Counters in memory.
 *
 * @param factory makes a counter
 * @param backups how many backups there are; with any, both members host counters
 */
public record CounterContender(Supplier<? extends Counter> factory, int backups)
    implements Contender {

  /**
   * Returns counters that only compute.
   *
   * @param backups how many backups there are
   * @return the contender
   */
  public static CounterContender nonBlocking(int backups) {
    return new CounterContender(NonBlockingCounterGrain::new, backups);
  }

  /**
   * Returns counters that may block.
   *
   * @param backups how many backups there are
   * @return the contender
   */
  public static CounterContender blocking(int backups) {
    return new CounterContender(CounterGrain::new, backups);
  }

  /**
   * Returns counters in a field.
   *
   * @return the contender
   */
  public static CounterContender field() {
    return new CounterContender(FieldCounterGrain::new, 0);
  }

  @Override
  public Running open(Layout layout) {
    boolean hosts = backups > 0 || GrainMember.hosts(layout);
    GrainsBuilder builder =
        hosts
            ? GrainMember.host(layout).register(Counter.class, factory, options())
            : GrainMember.caller(layout, Counter.class);
    Grains grains = builder.start();
    return new RunningCounters(grains, layout);
  }

  private GrainOptions options() {
    Storage storage = backups > 0 ? Storage.replicated(backups) : Storage.none();
    return GrainOptions.defaults().withStorage(storage);
  }
}
