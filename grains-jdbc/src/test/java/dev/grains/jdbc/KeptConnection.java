package dev.grains.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A data source that hands out one connection again and again until it breaks, and sends nothing of
 * its own. Confined to one thread.
 */
final class KeptConnection extends PGSimpleDataSource implements AutoCloseable {

  private static final long serialVersionUID = 1L;

  private transient Connection kept;

  @Override
  public Connection getConnection() throws SQLException {
    if (kept == null || kept.isClosed()) {
      kept = super.getConnection();
    }
    Connection connection = kept;
    return (Connection)
        Proxy.newProxyInstance(
            KeptConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() throws SQLException {
    if (kept != null) {
      kept.close();
    }
  }
}
