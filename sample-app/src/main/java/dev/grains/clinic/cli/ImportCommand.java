package dev.grains.clinic.cli;

import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.intake.IntakeFailure;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.EventLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells patients what a log says. */
@Command(
    name = "import",
    description = {
      "Records the observations of an event log, CSV or CSV.gz.",
      "They are told in the order of time. Importing the same log again records nothing.",
      "Bad rows are set aside and never stop it."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private FormatOptions format;
  @Mixin private StoreOptions store;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "FILE", description = "The log.")
  private Path file;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      converter = Numbers.AtLeastOne.class,
      defaultValue = "256",
      description = "How many commands are under way at a time (default: 256).")
  private int inFlight;

  @Option(
      names = "--members",
      paramLabel = "N",
      converter = Numbers.NotNegative.class,
      defaultValue = "0",
      description = "How many members are started beside this one, each in a JVM of its own.")
  private int members;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write the bad rows there, as CSV with line and reason.")
  private @Nullable Path rejects;

  @Option(
      names = "--temp",
      paramLabel = "DIR",
      description = {
        "Where a log that does not fit into memory is put in order",
        "(default: the directory of the system for temporary files)."
      })
  private Path temp = Path.of(System.getProperty("java.io.tmpdir"));

  @Override
  public Integer call() {
    OutputFile rejected = rejects == null ? null : OutputFile.check(rejects, file);
    SpillSpace space = SpillSpace.in(temp);
    ProgressLine.say("reading " + file + " ...");
    try (EventLog log = EventLog.read(file, format.format(), Long.MAX_VALUE, space)) {
      Imported imported;
      try (Clinic clinic = Clinic.open(store, members, WebApplicationType.NONE, Map.of())) {
        clinic.announce("import");
        imported = Imported.into(clinic.grains(), log, inFlight, space);
      } catch (IntakeFailure failure) {
        throw ImportTrouble.explain(failure, store);
      }
      showBadRows(log);
      PrintWriter out = spec.commandLine().getOut();
      imported.report().table(out);
      if (output.json()) {
        imported.report().json(out);
      }
      if (rejected != null) {
        RejectsFile.write(rejected, log.badRows());
      }
      return imported.verified() ? 0 : 1;
    }
  }

  private void showBadRows(EventLog log) {
    PrintWriter err = spec.commandLine().getErr();
    long left = SHOWN;
    for (BadRow row : log.badRows()) {
      if (left-- == 0) {
        break;
      }
      err.println(file + ":" + row.line() + ": " + Text.oneLine(row.reason()));
    }
    if (log.badRowCount() > SHOWN) {
      err.println("... and " + (log.badRowCount() - SHOWN) + " more bad rows");
    }
    err.flush();
  }
}
