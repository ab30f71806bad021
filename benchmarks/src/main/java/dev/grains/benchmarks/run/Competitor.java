package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.process.ChildJvm;
import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** An entrant at the start of a heat: its JVMs, which are paused unless it is its turn. */
final class Competitor implements AutoCloseable {

  private final Entrant entrant;
  private final Layout layout;
  private final List<ChildJvm> jvms;

  private Competitor(Entrant entrant, Layout layout, List<ChildJvm> jvms) {
    this.entrant = entrant;
    this.layout = layout;
    this.jvms = jvms;
  }

  /**
   * Starts the JVMs of an entrant and waits until calls can be made.
   *
   * @param entrant the entrant
   * @param place where the keys are
   * @param database the JDBC URL of an empty database, or empty
   * @param start how the JVMs are started
   * @throws IOException if one of them ends
   */
  static Competitor start(Entrant entrant, Place place, String database, Jvms start)
      throws IOException {
    JvmCommand command = start.command(entrant);
    if (!entrant.kind().host(place)) {
      Layout layout = new Layout(place, Role.CALLER, "", database);
      return new Competitor(entrant, layout, List.of(caller(entrant, layout, start, command)));
    }
    HostProcess.Started host =
        HostProcess.start(
            command, start.log(entrant, place, "host"), entrant.id(), place, database);
    try {
      Layout layout = new Layout(place, Role.CALLER, host.address(), database);
      ChildJvm caller = caller(entrant, layout, start, command);
      host.jvm().pause();
      return new Competitor(entrant, layout, List.of(caller, host.jvm()));
    } catch (IOException e) {
      host.close();
      throw e;
    }
  }

  private static ChildJvm caller(Entrant entrant, Layout layout, Jvms start, JvmCommand command)
      throws IOException {
    ChildJvm caller =
        ChildJvm.start(
            command,
            start.log(entrant, layout.place(), "caller"),
            WorkerProcess.class,
            WorkerProcess.arguments(entrant.id(), layout));
    try {
      caller.await(WorkerProcess.READY);
      caller.pause();
      return caller;
    } catch (IOException e) {
      caller.close();
      throw e;
    }
  }

  boolean canDo(Workload workload) {
    return entrant.kind().workloads(layout.place()).contains(workload);
  }

  /** Has its turn at a workload; the other JVMs of the heat are paused. */
  Measurement run(Workload workload, int round, Duration settle, Duration measured)
      throws IOException, SQLException {
    String reply = ask(WorkerProcess.run(workload, settle, measured), WorkerProcess.RESULT);
    if (workload.writesToDatabase()) {
      // what its events leave to do must not fall into the turn of another one
      Postgres.tidy(layout.database());
    }
    return Measurement.parse(entrant.id(), workload, round, reply);
  }

  /** Fails unless exactly those commands took effect that were acknowledged. */
  void verify() throws IOException {
    ask(WorkerProcess.VERIFY, WorkerProcess.VERIFIED);
  }

  private String ask(String request, String reply) throws IOException {
    for (ChildJvm jvm : jvms) {
      jvm.resume();
    }
    jvms.get(0).say(request);
    String answer = jvms.get(0).await(reply);
    for (ChildJvm jvm : jvms) {
      jvm.pause();
    }
    return answer;
  }

  @Override
  public void close() {
    jvms.forEach(ChildJvm::release);
    jvms.forEach(ChildJvm::close);
  }
}
