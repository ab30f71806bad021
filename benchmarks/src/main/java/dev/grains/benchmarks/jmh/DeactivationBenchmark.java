package dev.grains.benchmarks.jmh;

import dev.grains.DeactivationPolicy;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.grains.Counter;
import dev.grains.benchmarks.compare.grains.CounterContender;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do the two policies cost when an activation is touched, and when another one has to go?
 *
 * <p>A touch is a query on the owner's member, which runs on the caller's thread: there is little
 * else in it. Command: {@code benchmarks/jmh DeactivationBenchmark}, two minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class DeactivationBenchmark {

  private static final int ROOM = 10_000;
  private static final int CROWD = 4 * ROOM;

  /** Which activations leave. */
  @Param({"LRU", "ADAPTIVE"})
  public DeactivationPolicy policy;

  private Grains grains;
  private Counter[] counters;

  /** A place in the row of keys, one for each thread. */
  @State(Scope.Thread)
  public static class Row {
    private final Random random = new Random(42);

    int hot() {
      return random.nextInt(ROOM / 2);
    }

    /** Most often one of the few hot keys, now and then one of all. */
    int skewed() {
      double draw = random.nextDouble();
      return (int) (CROWD * draw * draw * draw);
    }
  }

  /** Fills the room. */
  @Setup
  public void open() {
    GrainOptions options =
        GrainOptions.defaults().withStorage(Storage.none()).withMaxActive(ROOM).withPolicy(policy);
    grains =
        Grains.builder()
            .register(Counter.class, CounterContender.nonBlocking(0).factory(), options)
            .start();
    counters = new Counter[CROWD];
    for (int i = CROWD - 1; i >= 0; i--) {
      counters[i] = grains.get(Counter.class, Integer.toString(i));
      counters[i].add();
    }
  }

  /** Ends. */
  @TearDown
  public void close() {
    grains.close();
  }

  /** Touches activations that stay, one thread. */
  @Benchmark
  @Threads(1)
  public long touch1(Row row) {
    return counters[row.hot()].value();
  }

  /** Touches activations that stay, two threads. */
  @Benchmark
  @Threads(2)
  public long touch2(Row row) {
    return counters[row.hot()].value();
  }

  /** Touches more grains than there is room for, one thread. */
  @Benchmark
  @Threads(1)
  public long crowd1(Row row) {
    return counters[row.skewed()].value();
  }

  /** Touches more grains than there is room for, two threads. */
  @Benchmark
  @Threads(2)
  public long crowd2(Row row) {
    return counters[row.skewed()].value();
  }
}
