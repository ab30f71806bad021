package dev.grains.clinic.cli;

import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.intake.Recount;
import dev.grains.clinic.log.EventLog;
import dev.grains.clinic.log.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: real data through a cluster that loses a member half-way. */
@Command(
    name = "demo",
    description = {
      "Streams the bundled data through three members and kills one half-way.",
      "Then it starts another, reads every patient back, and compares with a count of the file."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String LOG = "/data/nafld-events.csv.gz";
  private static final SpillSpace SPACE =
      SpillSpace.in(Path.of(System.getProperty("java.io.tmpdir")));

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      converter = Numbers.AtLeastTwo.class,
      description = "Use the first rows of the data only.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      converter = Numbers.AtLeastOne.class,
      defaultValue = "256",
      description = "How many commands are under way at a time (default: 256).")
  private int inFlight;

  @Override
  public Integer call() {
    CompletableFuture<Recount> truth = CompletableFuture.supplyAsync(this::recount);
    CompletableFuture<EventLog> log = CompletableFuture.supplyAsync(this::read);
    Verdict verdict;
    try (Demo demo = Demo.start();
        EventLog sorted = log.join()) {
      verdict = demo.run(sorted, truth.join(), inFlight, SPACE);
    }
    PrintWriter out = spec.commandLine().getOut();
    verdict.report().table(out);
    out.println(verdict.text());
    if (output.json()) {
      verdict.report().json(out);
    }
    out.flush();
    return verdict.verified() ? 0 : 1;
  }

  private Recount recount() {
    try (InputStream in = data()) {
      return Recount.of(in, limit);
    } catch (IOException e) {
      throw new CommandFailure("the bundled data cannot be read: " + e, e);
    }
  }

  private EventLog read() {
    try (InputStream in = data()) {
      return EventLog.read(in, LogFormat.BUNDLED, limit, SPACE);
    } catch (IOException e) {
      throw new CommandFailure("the bundled data cannot be read: " + e, e);
    }
  }

  private static InputStream data() {
    return Objects.requireNonNull(DemoCommand.class.getResourceAsStream(LOG), LOG);
  }
}
