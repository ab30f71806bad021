package dev.grains.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Outcome;
import dev.grains.benchmarks.load.Session;
import dev.grains.benchmarks.process.Postgres;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmokeTests {

  private static final int CALLS = 200;

  private static Postgres postgres;

  @BeforeAll
  static void startPostgres() throws SQLException {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  static Stream<String> inMemory() {
    return ids(false);
  }

  static Stream<String> durable() {
    return ids(true);
  }

  private static Stream<String> ids(boolean database) {
    return Entrants.ALL.stream()
        .filter(entrant -> entrant.kind().database() == database && !entrant.apart())
        .map(Entrant::id);
  }

  @ParameterizedTest
  @MethodSource
  void inMemory(String id) throws Exception {
    answersEveryCall(Entrants.of(id), "");
  }

  @ParameterizedTest
  @MethodSource
  void durable(String id) throws Exception {
    answersEveryCall(Entrants.of(id), postgres.newDatabase());
  }

  private static void answersEveryCall(Entrant entrant, String database) throws Exception {
    try (Session session = new Session(entrant.contender().get().open(Layout.alone(database)))) {
      for (Workload workload : entrant.kind().workloads(Place.LOCAL)) {
        Outcome outcome = session.run(workload.load(), Limit.calls(CALLS));

        assertThat(outcome.calls()).as(workload.title()).isEqualTo(CALLS);
      }

      session.verify();
    }
  }
}
