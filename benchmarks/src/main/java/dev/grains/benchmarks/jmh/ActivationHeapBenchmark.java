package dev.grains.benchmarks.jmh;

import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.grains.Counter;
import dev.grains.benchmarks.compare.grains.CounterContender;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many bytes of heap does an activation with a small state take?
 *
 * <p>Look at {@code bytesPerActivation}, not at the time. Command: {@code benchmarks/jmh
 * ActivationHeapBenchmark}, one and a half minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ActivationHeapBenchmark {

  private static final int ACTIVATIONS = 100_000;

  /** What kind of grain it is. */
  @Param({"grains", "grains-field", "grains-blocking"})
  public String contender;

  private Grains grains;

  /** The figure. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Heap {
    /** The heap that one activation takes, its key included. */
    public long bytesPerActivation;
  }

  /** Starts a member without activations. */
  @Setup(Level.Iteration)
  public void open() {
    GrainOptions options =
        GrainOptions.defaults().withStorage(Storage.none()).withMaxActive(2 * ACTIVATIONS);
    CounterContender counters =
        switch (contender) {
          case "grains" -> CounterContender.nonBlocking(0);
          case "grains-field" -> CounterContender.field();
          default -> CounterContender.blocking(0);
        };
    grains = Grains.builder().register(Counter.class, counters.factory(), options).start();
    grains.get(Counter.class, "first").add();
  }

  /** Ends. */
  @TearDown(Level.Iteration)
  public void close() {
    grains.close();
  }

  /** Activates 100,000 counters. */
  @Benchmark
  public void activate(Heap heap) {
    long before = usedHeap();
    for (int i = 0; i < ACTIVATIONS; i++) {
      grains.get(Counter.class, Integer.toString(i)).add();
    }
    long taken = usedHeap() - before;
    int active = grains.status().types().get(0).active();
    if (active != ACTIVATIONS + 1) {
      throw new IllegalStateException(active + " grains are active");
    }
    heap.bytesPerActivation = taken / ACTIVATIONS;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
