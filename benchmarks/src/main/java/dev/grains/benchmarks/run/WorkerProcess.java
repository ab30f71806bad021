package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that calls: it puts a workload on a contender whenever it is asked to on its standard
 * input, and ends with it.
 */
final class WorkerProcess {

  static final String READY = "READY";
  static final String RESULT = "RESULT";
  static final String VERIFY = "VERIFY";
  static final String VERIFIED = "VERIFIED";

  private WorkerProcess() {}

  /** Returns the arguments of {@link #main}. */
  static List<String> arguments(String id, Layout layout) {
    return List.of(id, layout.place().name(), layout.peer(), layout.database());
  }

  /** Returns the line that asks for a workload. */
  static String run(Workload workload, Duration settle, Duration measured) {
    return String.join(" ", workload.name(), settle.toString(), measured.toString());
  }

  /**
   * Runs workloads until nobody asks for more.
   *
   * @param arguments as made by {@link #arguments}
   * @throws Exception if a call fails, a reply is wrong or the total is
   */
  public static void main(String[] arguments) throws Exception {
    Layout layout =
        new Layout(Place.valueOf(arguments[1]), Role.CALLER, arguments[2], arguments[3]);
    try (Session session = new Session(Entrants.contender(arguments[0]).open(layout))) {
      System.out.println(READY + " " + arguments[0]);
      serve(session);
    } catch (Exception e) {
      // threads of a contender may still run
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void serve(Session session) throws Exception {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (@Nullable String line = requests.readLine(); line != null; line = requests.readLine()) {
      System.out.println(answer(line, session));
    }
  }

  private static String answer(String request, Session session) throws Exception {
    if (request.equals(VERIFY)) {
      session.verify();
      return VERIFIED + " " + request;
    }
    String[] words = request.split(" ", 3);
    Workload workload = Workload.valueOf(words[0]);
    session.run(workload.load(), Limit.after(Duration.parse(words[1])));
    return RESULT
        + " "
        + Measurement.line(session.run(workload.load(), Limit.after(Duration.parse(words[2]))));
  }
}
