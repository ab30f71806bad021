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

/** Calls to 1,000 counters in memory. Where those are is what the benchmarks below differ in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class CallBenchmark {

  private static final int MANY = 25_600;
  private static final int FEW = 1_000;

  /** Who answers: any contender of the comparison that keeps its state in memory. */
  @Param({"grains", "grains-blocking", "hazelcast", "hazelcast-offload"})
  public String contender;

  private final Place place;
  private Measured measured;

  CallBenchmark(Place place) {
    this.place = place;
  }

  /** Opens the contender. */
  @Setup
  public void open() throws Exception {
    measured = Measured.open(contender, place);
  }

  /** Checks the total. */
  @TearDown
  public void close() throws Exception {
    measured.verifyAndClose();
  }

  /** Commands, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long command256() throws Exception {
    return measured.run(Load.uniform(Work.COUNT, 256), MANY);
  }

  /** Commands, one caller. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public long command1() throws Exception {
    return measured.run(Load.uniform(Work.COUNT, 1), FEW);
  }

  /** Queries, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long query256() throws Exception {
    return measured.run(Load.uniform(Work.READ, 256), MANY);
  }

  /** Queries, one caller. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public long query1() throws Exception {
    return measured.run(Load.uniform(Work.READ, 1), FEW);
  }
}
