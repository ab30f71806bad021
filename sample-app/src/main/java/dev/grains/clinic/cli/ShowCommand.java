package dev.grains.clinic.cli;

import dev.grains.GrainId;
import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Timeline;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one patient. */
@Command(
    name = "show",
    description = "Shows a patient: the timeline, the latest of each name, the diagnoses.")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private StoreOptions store;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "ID", description = "The patient.")
  private String id;

  @Override
  public Integer call() {
    checkId();
    try (OpenClinic clinic = OpenClinic.with(store)) {
      Patient patient = clinic.grains().get(Patient.class, id);
      Timeline timeline = patient.timeline().toCompletableFuture().join();
      if (timeline.version() == 0) {
        throw new CommandFailure("nothing is known of patient " + id, null);
      }
      PrintWriter out = spec.commandLine().getOut();
      if (output.json()) {
        Report.line(out, timeline);
      } else {
        show(out, patient, timeline);
      }
    }
    return 0;
  }

  private void checkId() {
    try {
      new GrainId("patient", id);
    } catch (IllegalArgumentException none) {
      throw new ParameterException(spec.commandLine(), "the ID is none: " + none.getMessage());
    }
  }

  private void show(PrintWriter out, Patient patient, Timeline timeline) {
    out.printf(
        Locale.ROOT,
        "patient %s, %d observations%n%ntimeline%n",
        id,
        timeline.observations().size());
    timeline.observations().forEach(observation -> out.println("  " + line(observation)));
    out.printf("%nlatest%n");
    patient.latest().values().forEach(observation -> out.println("  " + line(observation)));
    out.printf("%ndiagnoses, with the first time%n");
    patient
        .diagnoses()
        .forEach((name, first) -> out.printf(Locale.ROOT, "  %s  %s%n", Text.of(first), name));
    out.flush();
  }

  private static String line(Observation observation) {
    Double value = observation.value();
    return String.format(
            Locale.ROOT,
            "%s  %-6s %-18s %s%s",
            Text.of(observation.at()),
            observation.kind(),
            observation.name(),
            value == null ? "" : Text.of(value),
            observation.attributes().isEmpty() ? "" : " " + observation.attributes())
        .stripTrailing();
  }
}
