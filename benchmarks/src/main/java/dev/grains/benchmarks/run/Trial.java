package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.process.ChildJvm;
import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turn of one entrant in one round: fresh JVMs, a fresh database, and all its workloads.
 *
 * @param entrant whose turn it is
 * @param round the round, from 1
 * @param pace how long its workloads run
 * @param command how its JVMs are started
 * @param logs the directory for what they have to say
 */
record Trial(Entrant entrant, int round, Pace pace, JvmCommand command, Path logs) {

  /** Runs the workloads of every place and returns their figures. */
  List<Measurement> run() throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    for (Place place : Place.values()) {
      if (!entrant.kind().workloads(place).isEmpty()) {
        measurements.addAll(run(place));
      }
    }
    return measurements;
  }

  private List<Measurement> run(Place place) throws Exception {
    if (!entrant.kind().database()) {
      return run(place, "");
    }
    try (Postgres postgres = Postgres.start()) {
      return run(place, postgres.newDatabase());
    }
  }

  private List<Measurement> run(Place place, String database) throws Exception {
    if (!entrant.kind().host(place)) {
      return work(new Layout(place, Role.CALLER, "", database));
    }
    Path log = log(place, "host");
    try (HostProcess.Started host =
        HostProcess.start(command, log, entrant.id(), place, database)) {
      return work(new Layout(place, Role.CALLER, host.address(), database));
    }
  }

  private List<Measurement> work(Layout layout) throws IOException, InterruptedException {
    Path log = log(layout.place(), "caller");
    List<String> arguments = WorkerProcess.arguments(entrant.id(), layout, pace);
    try (ChildJvm worker = ChildJvm.start(command, log, WorkerProcess.class, arguments)) {
      List<Measurement> measurements = new ArrayList<>();
      for (@Nullable String line = worker.next(WorkerProcess.RESULT);
          line != null;
          line = worker.next(WorkerProcess.RESULT)) {
        measurements.add(Measurement.parse(entrant.id(), round, line));
      }
      if (worker.exitCode() != 0) {
        throw new IllegalStateException(entrant.id() + " failed; see " + log);
      }
      return measurements;
    }
  }

  private Path log(Place place, String part) {
    return logs.resolve("%s-%s-%s-%d.log".formatted(entrant.id(), place, part, round));
  }
}
