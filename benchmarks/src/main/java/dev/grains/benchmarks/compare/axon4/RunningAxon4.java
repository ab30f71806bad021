package dev.grains.benchmarks.compare.axon4;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.Configuration;

/** The simple command bus, called by as many threads as there are connections. */
final class RunningAxon4 implements Running {

  private final HikariDataSource pool;
  private final Configuration axon;
  private final String[] names = Layout.names(name -> true);
  private final ExecutorService threads;

  RunningAxon4(HikariDataSource pool, Configuration axon, int threads) {
    this.pool = pool;
    this.axon = axon;
    this.threads = Executors.newFixedThreadPool(threads);
  }

  @Override
  public void send(Work work, int key, Done done) {
    threads.execute(() -> done.on(dispatch(work, key)));
  }

  @Override
  public long call(Work work, int key) {
    return dispatch(work, key).join();
  }

  @Override
  public long total() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from DomainEventEntry")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    axon.shutdown();
    pool.close();
  }

  private CompletableFuture<Long> dispatch(Work work, int key) {
    return switch (work) {
      case DEPOSIT -> axon.commandGateway().send(new DepositMoney(names[key], Deposit.ONE_CENT));
      case READ -> axon.queryGateway().query(new BalanceOf(names[key]), Long.class);
      case COUNT -> throw new IllegalArgumentException("Axon keeps every aggregate in its store");
    };
  }
}
