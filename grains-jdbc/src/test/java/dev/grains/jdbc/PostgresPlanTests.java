package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.jdbc.PostgresParts.Shape;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL keeps one plan for a group's statement, made for tables as they were at that moment or
 * at the last analyze. Whatever they looked like, it must find rows by the primary key.
 */
class PostgresPlanTests {

  // from here on PostgreSQL compiles a plan before it runs it, for each execution anew
  private static final double JIT_ABOVE_COST = 100_000;
  private static final Pattern COST = Pattern.compile("cost=[\\d.]+\\.\\.([\\d.]+)");
  private static final Pattern INDEX_SCAN =
      Pattern.compile("Index (Only )?Scan (using \\w+ )?on grain_");
  private static final Pattern PARAMETER = Pattern.compile("\\?");

  static Stream<Shape> shapes() {
    return IntStream.range(0, 1 << 6)
        .mapToObj(
            bits ->
                new Shape(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    (bits & 16) != 0,
                    (bits & 32) != 0))
        .filter(PostgresPlanTests::occurs);
  }

  private static boolean occurs(Shape shape) {
    return (shape.events() || shape.documents() && !shape.snapshots() && !shape.careful())
        && (shape.snapshots() || !shape.deletions());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void newTablesAreReadByTheirPrimaryKey(Shape shape) throws SQLException {
    assertReadsByPrimaryKey(Tables.NEW, shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tablesThatWereNeverAnalyzedAreReadByTheirPrimaryKey(Shape shape) throws SQLException {
    assertReadsByPrimaryKey(Tables.NEVER_ANALYZED, shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tablesWithTheEventsOfOneGrainAreReadByTheirPrimaryKey(Shape shape) throws SQLException {
    assertReadsByPrimaryKey(Tables.ONE_GRAIN, shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tablesWithManyGrainsAreReadByTheirPrimaryKey(Shape shape) throws SQLException {
    assertReadsByPrimaryKey(Tables.MANY_GRAINS, shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tablesOfManyPagesAndFewRowsAreReadByTheirPrimaryKey(Shape shape) throws SQLException {
    assertReadsByPrimaryKey(Tables.FEW_ROWS, shape);
  }

  @Test
  void repliesAreReadByTheirPrimaryKeyWhateverTheTablesAreLike() throws SQLException {
    String sql = new PostgresDialect().selectReplies();
    for (String url :
        List.of(
            Tables.NEW,
            Tables.NEVER_ANALYZED,
            Tables.ONE_GRAIN,
            Tables.MANY_GRAINS,
            Tables.FEW_ROWS)) {
      assertReadsByPrimaryKey(url, sql);
    }
  }

  private static void assertReadsByPrimaryKey(String url, Shape shape) throws SQLException {
    assertReadsByPrimaryKey(url, PostgresGroupSql.of(shape));
  }

  private static void assertReadsByPrimaryKey(String url, String sql) throws SQLException {
    List<String> plan = plan(url, sql);
    assertThat(plan)
        .isNotEmpty()
        .noneMatch(line -> line.contains("Seq Scan on grain_"))
        // unlike an index scan, it looks at rows that are dead for long again each time
        .noneMatch(line -> line.contains("Bitmap"));
    for (int i = 0; i < plan.size(); i++) {
      if (INDEX_SCAN.matcher(plan.get(i)).find()) {
        // without a condition on the key it would read the table from one end to the other
        assertThat(plan.get(i + 1)).containsPattern("Index Cond: .*\\bkey = ");
      }
    }
    assertThat(plan).allSatisfy(line -> assertThat(cost(line)).isLessThan(JIT_ABOVE_COST));
  }

  private static double cost(String line) {
    Matcher cost = COST.matcher(line);
    return cost.find() ? Double.parseDouble(cost.group(1)) : 0;
  }

  private static List<String> plan(String url, String sql) throws SQLException {
    int[] parameters = {0};
    String numbered = PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++parameters[0]);
    List<String> plan = new ArrayList<>();
    // the simple protocol, because a plan for no particular values has none to bind
    try (Connection connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("explain (generic_plan) " + numbered)) {
      while (lines.next()) {
        plan.add(lines.getString(1));
      }
    }
    return plan;
  }

  /** Databases with tables in different states. */
  private static final class Tables {

    private static final List<String> TABLES =
        List.of("grain_event", "grain_snapshot", "grain_state", "grain_idempotency");
    private static final String ONE = "'hot', i";
    private static final String MANY = "'a' || i % 10000, i / 10000";

    static final String NEW = database("plans_new");
    static final String NEVER_ANALYZED = filled("plans_never_analyzed", MANY);
    static final String ONE_GRAIN = analyzed(filled("plans_one_grain", ONE));
    static final String MANY_GRAINS = analyzed(filled("plans_many_grains", MANY));
    static final String FEW_ROWS = analyzed(emptied(filled("plans_few_rows", MANY)));

    private static String database(String name) {
      String url = SharedPostgres.server().newDatabase(name);
      try (HikariDataSource pool = TestDatabase.pool(url)) {
        JdbcGrainStore.create(pool).close();
      }
      for (String table : TABLES) {
        execute(url, "alter table " + table + " set (autovacuum_enabled = off)");
      }
      return url;
    }

    private static String filled(String name, String keyAndVersion) {
      String url = database(name);
      execute(
          url,
          """
          insert into grain_event (key, version, recorded_at, format, type, event_type, payload,
            metadata)
          select %s, now(), 1, 'account', 'deposited', '{"cents": 1}', '{"call": "1"}'
          from generate_series(10000, 109999) i;
          insert into grain_snapshot
          select 1, now(), 1, 'account', 'a' || i, '{}', '{}' from generate_series(1, 9999) i;
          insert into grain_state
          select 1, now(), 'account', 'a' || i, '{}', '{}' from generate_series(1, 9999) i;
          insert into grain_idempotency
          select now(), now(), 'account', 'a' || i, 'k', '' from generate_series(1, 9999) i"""
              .formatted(keyAndVersion));
      return url;
    }

    /** Deletes all rows but the last of each table, which keeps the pages before it. */
    private static String emptied(String url) {
      for (String table : TABLES) {
        execute(url, "delete from %1$s where ctid < (select max(ctid) from %1$s)".formatted(table));
      }
      return url;
    }

    private static String analyzed(String url) {
      execute(url, "vacuum (analyze)");
      return url;
    }

    private static void execute(String url, String sql) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
