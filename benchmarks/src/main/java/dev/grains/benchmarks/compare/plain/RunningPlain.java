package dev.grains.benchmarks.compare.plain;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The service with as many threads as connections; further calls wait in a queue. */
final class RunningPlain implements Running {

  private final HikariDataSource pool;
  private final AccountService service;
  private final String[] names;
  private final ExecutorService threads;

  RunningPlain(HikariDataSource pool, AccountService service, String[] names, int threads) {
    this.pool = pool;
    this.service = service;
    this.names = names;
    this.threads = Executors.newFixedThreadPool(threads);
  }

  @Override
  public void send(Work work, int key, Done done) {
    threads.execute(
        () -> {
          long value;
          try {
            value = call(work, key);
          } catch (SQLException | RuntimeException e) {
            done.accept(0, e);
            return;
          }
          done.accept(value, null);
        });
  }

  @Override
  public long call(Work work, int key) throws SQLException {
    return switch (work) {
      case DEPOSIT -> service.deposit(names[key], Deposit.ONE_CENT);
      case READ -> service.balance(names[key]);
      case COUNT -> throw new IllegalArgumentException("the service keeps nothing in memory");
    };
  }

  @Override
  public long total() throws SQLException {
    return AccountTables.deposits(pool);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    pool.close();
  }
}
