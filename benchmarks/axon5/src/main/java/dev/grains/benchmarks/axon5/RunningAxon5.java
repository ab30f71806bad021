package dev.grains.benchmarks.axon5;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.queryhandling.gateway.QueryGateway;

/**
 * The simple command bus, called by as many threads as there are connections. Commands on one
 * account always come from the same thread: this release does not put them in a row itself, and a
 * conflict would cost it a whole load of the account.
 */
final class RunningAxon5 implements Running {

  private final HikariDataSource pool;
  private final EntityManagerFactory managers;
  private final AxonConfiguration axon;
  private final CommandGateway commands;
  private final QueryGateway queries;
  private final String[] names = Layout.names(name -> true);
  private final List<ExecutorService> threads;

  RunningAxon5(
      HikariDataSource pool, EntityManagerFactory managers, AxonConfiguration axon, int threads) {
    this.pool = pool;
    this.managers = managers;
    this.axon = axon;
    this.commands = axon.getComponent(CommandGateway.class);
    this.queries = axon.getComponent(QueryGateway.class);
    this.threads = Stream.generate(Executors::newSingleThreadExecutor).limit(threads).toList();
  }

  @Override
  public void send(Work work, int key, Done done) {
    threads.get(key % threads.size()).execute(() -> done.on(dispatch(work, key)));
  }

  @Override
  public long call(Work work, int key) {
    return dispatch(work, key).join();
  }

  @Override
  public long total() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from AggregateEventEntry")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
    axon.shutdown();
    managers.close();
    pool.close();
  }

  private CompletableFuture<Long> dispatch(Work work, int key) {
    return switch (work) {
      case DEPOSIT -> commands.send(new DepositMoney(names[key], Deposit.ONE_CENT), Long.class);
      case READ -> queries.query(new BalanceOf(names[key]), Long.class);
      case COUNT -> throw new IllegalArgumentException("Axon keeps every entity in its store");
    };
  }
}
