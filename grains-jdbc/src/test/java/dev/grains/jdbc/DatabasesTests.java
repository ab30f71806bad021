package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainDefinitionException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DatabasesTests {

  private final JsonText json = new JsonText(JsonMapper.shared());

  /** A connection to a database that calls itself what is given. */
  private static Connection connectionTo(String product, int major) {
    Map<String, Object> answers =
        Map.of(
            "getDatabaseProductName", product,
            "getDatabaseProductVersion", major + ".7",
            "getDatabaseMajorVersion", major);
    DatabaseMetaData metaData = answering(DatabaseMetaData.class, answers);
    return answering(Connection.class, Map.of("getMetaData", metaData));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  @ParameterizedTest
  @CsvSource({"PostgreSQL, 13", "PostgreSQL, 18"})
  void postgresIsKnown(String product, int major) throws SQLException {
    assertThat(Databases.dialect(connectionTo(product, major), json))
        .isInstanceOf(PostgresDialect.class);
  }

  @Test
  void h2IsKnown() throws SQLException {
    assertThat(Databases.dialect(connectionTo("H2", 2), json)).isInstanceOf(H2Dialect.class);
  }

  @ParameterizedTest
  @CsvSource({"PostgreSQL, 12", "H2, 1", "Oracle, 23", "MySQL, 9", "Microsoft SQL Server, 16"})
  void anyOtherDatabaseIsRefused(String product, int major) {
    assertThatThrownBy(() -> Databases.dialect(connectionTo(product, major), json))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(product + " " + major + ".7")
        .hasMessageContaining("use PostgreSQL 13 or newer, or H2 2.x");
  }

  @ParameterizedTest
  @EnumSource
  void theDatabasesOfTheTestsAreKnown(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(Databases.dialect(connection, json).scripts())
          .isEqualTo(database == TestDatabase.H2 ? "h2" : "postgresql");
    }
  }
}
