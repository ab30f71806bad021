package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.compare.grains.AccountContender;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Load;
import dev.grains.benchmarks.load.Session;
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

/** Deposits on accounts in a database, acknowledged when the event is on disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public abstract class DepositBenchmark {

  private static final int MANY = 2_560;
  private static final int FEW = 10;

  /** Where events and keys go. */
  @Param({"postgresql", "h2"})
  public String database;

  private TestDatabase data;
  private Session session;

  DepositBenchmark() {}

  /** The accounts that are measured. */
  abstract AccountContender accounts();

  /** Starts the database and opens the accounts. */
  @Setup
  public void open() throws Exception {
    data = TestDatabase.start(database);
    session = new Session(accounts().open(Layout.alone(data.url())));
  }

  /** Checks that every acknowledged event is there. */
  @TearDown
  public void close() throws Exception {
    try {
      session.verify();
    } finally {
      session.close();
      data.close();
    }
  }

  /** Deposits on 1,000 accounts, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long uniform256() throws Exception {
    return session.run(Load.uniform(Work.DEPOSIT, 256), Limit.calls(MANY)).calls();
  }

  /** Deposits on one account, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long hot256() throws Exception {
    return session.run(Load.hot(Work.DEPOSIT, 256), Limit.calls(MANY)).calls();
  }

  /** Deposits of one caller. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public long oneCaller() throws Exception {
    return session.run(Load.uniform(Work.DEPOSIT, 1), Limit.calls(FEW)).calls();
  }
}
