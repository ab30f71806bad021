package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.load.Load;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast is one grain that everybody calls, beside one entry processor for each command?
 *
 * <p>Command: {@code benchmarks/jmh HotGrainBenchmark}, one and a half minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotGrainBenchmark {

  private static final int MANY = 25_600;

  /** Who answers. */
  @Param({
    "grains",
    "grains-blocking",
    "grains-replicated",
    "grains-replicated-blocking",
    "hazelcast",
    "hazelcast-offload",
    "hazelcast-backup"
  })
  public String contender;

  private Measured measured;

  /** Opens the contender. */
  @Setup
  public void open() throws Exception {
    measured = Measured.open(contender, Place.LOCAL);
  }

  /** Checks the total. */
  @TearDown
  public void close() throws Exception {
    measured.verifyAndClose();
  }

  /** Commands on one key, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long command256() throws Exception {
    return measured.run(Load.hot(Work.COUNT, 256), MANY);
  }
}
