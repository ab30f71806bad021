package dev.grains.benchmarks.compare.grains;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.CallOptions;
import dev.grains.Grains;
import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.compare.hazelcast.OwnedKeys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Accounts behind references that are made once, or for each deposit that has a key of its own. */
final class RunningAccounts implements Running {

  private final Grains grains;
  private final HikariDataSource pool;
  private final Account[] accounts;
  private final String[] names;
  private final boolean keyed;
  private long deposits;

  RunningAccounts(Grains grains, Layout layout, HikariDataSource pool, boolean keyed) {
    this.grains = grains;
    this.pool = pool;
    this.keyed = keyed;
    this.names =
        layout.role() == Role.HOST
            ? new String[0]
            : OwnedKeys.names(grains.hazelcast(), layout.place());
    this.accounts =
        Arrays.stream(names).map(name -> grains.get(Account.class, name)).toArray(Account[]::new);
  }

  private Account toDeposit(int key) {
    return keyed
        ? grains.get(Account.class, names[key], CallOptions.idempotencyKey("deposit-" + deposits++))
        : accounts[key];
  }

  @Override
  public String address() {
    return GrainMember.address(grains);
  }

  @Override
  public void send(Work work, int key, Done done) {
    switch (work) {
      case DEPOSIT -> done.on(toDeposit(key).depositLater(Deposit.ONE_CENT));
      case READ -> done.on(accounts[key].balanceLater());
      case COUNT -> throw new IllegalArgumentException("accounts do not count");
    }
  }

  @Override
  public long call(Work work, int key) {
    return switch (work) {
      case DEPOSIT -> toDeposit(key).deposit(Deposit.ONE_CENT);
      case READ -> accounts[key].balance();
      case COUNT -> throw new IllegalArgumentException("accounts do not count");
    };
  }

  @Override
  public long total() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from grain_event")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    grains.close();
    pool.close();
  }
}
