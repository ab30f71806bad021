package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.process.ChildJvm;
import dev.grains.benchmarks.process.JvmCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The JVM that hosts, beside the one that calls. Runs until its standard input ends. */
public final class HostProcess {

  private static final String READY = "READY";

  private HostProcess() {}

  /**
   * A host that was started.
   *
   * @param jvm its process
   * @param address where it takes calls
   */
  public record Started(ChildJvm jvm, String address) implements AutoCloseable {
    @Override
    public void close() {
      jvm.close();
    }
  }

  /**
   * Starts a host in a JVM of its own and waits until it can be joined.
   *
   * @param command how the JVM is started
   * @param log where its standard error goes
   * @param id the name of the contender
   * @param place where the keys are
   * @param database the JDBC URL, or empty
   * @return the host
   * @throws IOException if it cannot be started
   */
  public static Started start(JvmCommand command, Path log, String id, Place place, String database)
      throws IOException {
    ChildJvm jvm =
        ChildJvm.start(command, log, HostProcess.class, List.of(id, place.name(), database));
    try {
      return new Started(jvm, jvm.await(READY));
    } catch (IOException e) {
      jvm.close();
      throw e;
    }
  }

  /**
   * Hosts a contender.
   *
   * @param arguments its name, the place of the keys and the JDBC URL
   * @throws Exception if it cannot be started
   */
  public static void main(String[] arguments) throws Exception {
    Layout layout = new Layout(Place.valueOf(arguments[1]), Role.HOST, "", arguments[2]);
    try (Running running = Entrants.contender(arguments[0]).open(layout)) {
      System.out.println(READY + " " + running.address());
      while (System.in.read() >= 0) {
        // nobody says anything
      }
    }
    System.exit(0);
  }
}
