package dev.grains.benchmarks.jmh;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.grains.Account;
import dev.grains.benchmarks.compare.grains.AccountContender;
import dev.grains.jdbc.JdbcGrainStore;
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
 * How many grains a second are brought into memory from a database?
 *
 * <p>10,000 accounts are read in a row with room for 1,000, so that each read is a cold activation
 * and sends another account out of memory. Command: {@code benchmarks/jmh ActivationBenchmark},
 * three minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ActivationBenchmark {

  private static final int ACCOUNTS = 10_000;
  private static final int ROOM = 1_000;
  private static final int READS = 2_560;

  /** Where the accounts are. */
  @Param({"postgresql", "h2"})
  public String database;

  /** How many events each has. */
  @Param({"1", "50"})
  public int events;

  private TestDatabase data;
  private HikariDataSource pool;
  private Grains grains;
  private Account[] accounts;
  private int next;

  /** Starts the database and fills it. */
  @Setup
  public void open() throws Exception {
    data = TestDatabase.start(database);
    pool = AccountContender.pool(data.url());
    GrainOptions options = GrainOptions.defaults().withMaxActive(ROOM);
    grains =
        Grains.builder()
            .storage(Storage.in(JdbcGrainStore.create(pool)))
            .register(Account.class, AccountContender.nonBlocking().factory(), options)
            .start();
    accounts = new Account[ACCOUNTS];
    InFlight deposits = new InFlight(256);
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts[i] = grains.get(Account.class, "account-" + i);
      for (int event = 0; event < events; event++) {
        deposits.add(accounts[i].depositLater(Deposit.ONE_CENT));
      }
    }
    deposits.await();
  }

  /** Ends. */
  @TearDown
  public void close() throws Exception {
    grains.close();
    pool.close();
    data.close();
  }

  /** Reads accounts that are not in memory, 256 in flight. */
  @Benchmark
  @OperationsPerInvocation(READS)
  public long coldReads() throws Exception {
    InFlight reads = new InFlight(256);
    for (int i = 0; i < READS; i++) {
      reads.add(accounts[next].balanceLater());
      next = (next + 1) % ACCOUNTS;
    }
    long cents = reads.await();
    if (cents != (long) READS * events) {
      throw new IllegalStateException("the accounts hold " + cents + " cents");
    }
    return cents;
  }
}
