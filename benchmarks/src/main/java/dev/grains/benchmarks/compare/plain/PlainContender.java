package dev.grains.benchmarks.compare.plain;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import java.sql.SQLException;

/**
 * A service on database rows.
 *
 * @param lock how two commands on one account are kept apart
 */
public record PlainContender(Lock lock) implements Contender {

  private static final int CONNECTIONS = 16;

  @Override
  public Running open(Layout layout) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(layout.database());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(CONNECTIONS);
    config.setAutoCommit(false);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      String[] names = Layout.names(name -> true);
      AccountTables.create(pool, names);
      AccountService service = new AccountService(pool, lock);
      return new RunningPlain(pool, service, names, CONNECTIONS);
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }
}
