package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Load;
import dev.grains.benchmarks.load.Outcome;
import dev.grains.benchmarks.load.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM that calls: it puts each workload on a contender, and tells the figures if they are true.
 */
final class WorkerProcess {

  static final String RESULT = "RESULT";

  private WorkerProcess() {}

  /** Returns the arguments of {@link #main}. */
  static List<String> arguments(String id, Layout layout, Pace pace) {
    return List.of(
        id,
        layout.place().name(),
        layout.peer(),
        layout.database(),
        pace.warmup().toString(),
        pace.measured().toString());
  }

  /**
   * Runs every workload of a place.
   *
   * @param arguments as made by {@link #arguments}
   * @throws Exception if a call fails, a reply is wrong or the total is
   */
  public static void main(String[] arguments) throws Exception {
    Entrant entrant = Entrants.of(arguments[0]);
    Place place = Place.valueOf(arguments[1]);
    Layout layout = new Layout(place, Role.CALLER, arguments[2], arguments[3]);
    Pace pace = new Pace(1, Duration.parse(arguments[4]), Duration.parse(arguments[5]));
    List<String> lines = new ArrayList<>();
    try (Session session = new Session(entrant.contender().get().open(layout))) {
      for (Workload workload : entrant.kind().workloads(place)) {
        lines.add(Measurement.line(workload, measure(session, workload.load(), pace)));
      }
      session.verify();
    }
    lines.forEach(line -> System.out.println(RESULT + " " + line));
    System.exit(0);
  }

  private static Outcome measure(Session session, Load load, Pace pace) throws Exception {
    session.run(load, Limit.after(pace.warmup()));
    return session.run(load, Limit.after(pace.measured()));
  }
}
