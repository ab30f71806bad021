package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Load;
import dev.grains.benchmarks.load.Session;
import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.run.Entrants;
import dev.grains.benchmarks.run.HostProcess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A contender of the comparison as the state of a benchmark, with a second JVM if it needs one. */
final class Measured implements AutoCloseable {

  private final Session session;
  private final HostProcess.@Nullable Started host;

  private Measured(Session session, HostProcess.@Nullable Started host) {
    this.session = session;
    this.host = host;
  }

  /** Opens a contender that keeps its state in memory. */
  static Measured open(String id, Place place) throws Exception {
    if (!Entrants.needsHost(id, place)) {
      return new Measured(session(id, Layout.alone("")), null);
    }
    Path log = Path.of("target", "logs", "jmh-" + id + "-host.log");
    HostProcess.Started host = HostProcess.start(JvmCommand.likeThisOne(), log, id, place, "");
    try {
      return new Measured(session(id, new Layout(place, Role.CALLER, host.address(), "")), host);
    } catch (Exception e) {
      host.close();
      throw e;
    }
  }

  private static Session session(String id, Layout layout) throws Exception {
    return new Session(Entrants.contender(id).open(layout));
  }

  /** Makes calls, as many as one invocation stands for. */
  long run(Load load, long calls) throws Exception {
    return session.run(load, Limit.calls(calls)).calls();
  }

  /** Ends, and fails if an acknowledged command had no effect. */
  void verifyAndClose() throws Exception {
    try {
      session.verify();
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    session.close();
    if (host != null) {
      host.close();
    }
  }
}
