package dev.grains.benchmarks.scale;

import dev.grains.benchmarks.process.ChildJvm;
import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Touches up to a million grains, in memory and beyond it, on one to three members.
 *
 * <p>Command: {@code benchmarks/run --scale [PATIENTS]}.
 */
public final class ScaleRun {

  private static final int MILLION = 1_000_000;

  private final Path benchmarks;
  private final List<ScaleFigure> figures = new ArrayList<>();

  private ScaleRun(Path benchmarks) {
    this.benchmarks = benchmarks;
  }

  /**
   * Runs every setting and writes the table.
   *
   * @param arguments the largest number of grains, a power of ten from 1,000; a million if left out
   * @throws Exception if any setting fails
   */
  public static void main(String[] arguments) throws Exception {
    int most = arguments.length == 0 ? MILLION : Integer.parseInt(arguments[0]);
    Path root = Path.of(System.getProperty("benchmark.root", "."));
    ScaleRun run = new ScaleRun(root.resolve("benchmarks"));
    for (ScaleCase setting : ScaleCase.all(most)) {
      run.measure(setting);
    }
    run.write(most, System.getProperty("benchmark.commit", "unknown"));
  }

  private void measure(ScaleCase setting) throws Exception {
    if (!setting.database()) {
      measure(setting, "");
      return;
    }
    try (Postgres postgres = Postgres.start()) {
      measure(setting, postgres.newDatabase());
    }
  }

  private void measure(ScaleCase setting, String database) throws Exception {
    List<ChildJvm> hosts = new ArrayList<>();
    try {
      String peer = "";
      for (int i = 1; i < setting.members(); i++) {
        ChildJvm host = start(setting, "host-" + i, ScaleHost.class, List.of(peer));
        hosts.add(host);
        peer = host.await(ScaleHost.READY);
      }
      work(setting, List.of(peer, database));
    } finally {
      hosts.forEach(ChildJvm::close);
    }
  }

  private void work(ScaleCase setting, List<String> more) throws Exception {
    try (ChildJvm worker = start(setting, "caller", ScaleWorker.class, more)) {
      for (int pass = 1; pass <= ScaleWorker.PASSES; pass++) {
        ScaleFigure figure = ScaleFigure.parse(setting, worker.await(ScaleWorker.RESULT));
        figures.add(figure);
        System.out.print(ScaleTable.row(figure));
      }
    }
  }

  private ChildJvm start(ScaleCase setting, String part, Class<?> main, List<String> more)
      throws IOException {
    JvmCommand like = JvmCommand.likeThisOne();
    List<String> flags =
        Stream.concat(like.flags().stream(), setting.heapFlags().stream()).toList();
    Path log = benchmarks.resolve("target/logs/scale-" + String.join("-", setting.words()));
    return ChildJvm.start(
        like.withFlags(flags),
        log.resolve(part + ".log"),
        main,
        Stream.concat(setting.words().stream(), more.stream()).toList());
  }

  private void write(int most, String commit) throws IOException {
    Path directory = benchmarks.resolve(most == MILLION ? "results" : "target/results");
    Files.createDirectories(directory);
    Path file = directory.resolve("scale-" + LocalDate.now() + ".md");
    Files.writeString(file, ScaleTable.of(figures, commit));
    System.out.println("written: " + file);
  }
}
