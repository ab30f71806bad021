package dev.grains.benchmarks.compare.grains;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.Grains;
import dev.grains.Limits;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import dev.grains.jdbc.JdbcGrainStore;
import java.util.function.Supplier;

/**
 * Accounts in a database.
 *
 * @param factory makes an account
 * @param groupCommits how many commits share a transaction, and at most that many calls a batch
 * @param keyed whether each deposit has an idempotency key of its own
 */
public record AccountContender(Supplier<? extends Account> factory, int groupCommits, boolean keyed)
    implements Contender {

  private static final int CONNECTIONS = 8;

  /**
   * Returns accounts that only compute.
   *
   * @return the contender
   */
  public static AccountContender nonBlocking() {
    return nonBlocking(Limits.defaults().groupCommits());
  }

  /**
   * Returns accounts that only compute.
   *
   * @param groupCommits how many commits share a transaction, and at most that many calls a batch;
   *     with 1 each command has a transaction of its own
   * @return the contender
   */
  public static AccountContender nonBlocking(int groupCommits) {
    return new AccountContender(NonBlockingAccountGrain::new, groupCommits, false);
  }

  /**
   * Returns accounts that may block.
   *
   * @return the contender
   */
  public static AccountContender blocking() {
    return new AccountContender(AccountGrain::new, Limits.defaults().groupCommits(), false);
  }

  /**
   * Returns the same accounts, with an idempotency key of its own for each deposit.
   *
   * @return the contender
   */
  public AccountContender withKeys() {
    return new AccountContender(factory, groupCommits, true);
  }

  /**
   * Opens connections.
   *
   * @param database the JDBC URL
   * @return the pool
   */
  public static HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  @Override
  public Running open(Layout layout) {
    HikariDataSource pool = pool(layout.database());
    try {
      return new RunningAccounts(start(layout, pool), layout, pool, keyed);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private Grains start(Layout layout, HikariDataSource pool) {
    if (!GrainMember.hosts(layout)) {
      return GrainMember.caller(layout, Account.class).start();
    }
    Limits limits = Limits.defaults();
    return GrainMember.host(layout)
        .storage(Storage.in(JdbcGrainStore.create(pool)))
        .limits(
            limits
                .withCalls(limits.laneCalls(), Math.min(limits.batchCalls(), groupCommits))
                .withCommits(limits.commitQueue(), groupCommits))
        .register(Account.class, factory)
        .start();
  }
}
