package dev.grains.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds lists to the parameters of one statement, each as an array. Confined to one thread. */
final class PostgresArrays {

  private final Connection connection;
  private final PreparedStatement statement;
  private int parameter;

  PostgresArrays(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
    bind("text", rows, column, new String[rows.size()]);
  }

  <T> void integers(List<T> rows, Function<T, Integer> column) throws SQLException {
    bind("int4", rows, column, new Integer[rows.size()]);
  }

  <T> void longs(List<T> rows, Function<T, Long> column) throws SQLException {
    bind("int8", rows, column, new Long[rows.size()]);
  }

  <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
    bind("bytea", rows, column, new byte[rows.size()][]);
  }

  private <T, V extends @Nullable Object> void bind(
      String sqlType, List<T> rows, Function<T, V> column, V[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    statement.setArray(++parameter, connection.createArrayOf(sqlType, values));
  }
}
