package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.process.JvmCommand;
import java.nio.file.Path;

/**
 * How the JVMs of a run are started.
 *
 * @param common that of most entrants
 * @param axon5 that of Axon 5, which needs a newer JDK and its own class path
 * @param logs the directory for what they have to say
 */
record Jvms(JvmCommand common, JvmCommand axon5, Path logs) {

  static Jvms of(RunOptions options) {
    return new Jvms(
        JvmCommand.likeThisOne().withFlags(options.jvmFlags()),
        new JvmCommand(Path.of(options.axon5Java()), options.axon5Classpath(), options.jvmFlags()),
        options.root().resolve("benchmarks/target/logs"));
  }

  JvmCommand command(Entrant entrant) {
    return entrant.apart() ? axon5 : common;
  }

  Path log(Entrant entrant, Place place, String part) {
    return logs.resolve("%s-%s-%s.log".formatted(entrant.id(), place, part));
  }
}
