package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.clinic.intake.Expectation;
import dev.grains.clinic.intake.Findings;
import dev.grains.clinic.intake.Intake;
import dev.grains.clinic.intake.ReadBack;
import dev.grains.clinic.intake.RegistryCheck;
import dev.grains.clinic.intake.Summary;
import dev.grains.clinic.intake.SureCalls;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.EventLog;
import dev.grains.clinic.members.FrontDesks;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log that patients have been told, and have been read back for.
 *
 * @param summary what has come of it
 * @param badRows the rows that are bad or were refused, as they stand in the file
 * @param findings what the patients show of it
 * @param registered whether the registries are complete
 */
record Imported(Summary summary, List<BadRow> badRows, Findings findings, boolean registered) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Imported into(Grains grains, EventLog log, int inFlight) {
    SureCalls calls = new SureCalls(PATIENCE);
    Intake intake = new Intake(grains, calls, inFlight);
    long start = System.nanoTime();
    ProgressLine.during(
        () -> intake.run(log.entries()),
        intake.tally(),
        log.entries().size(),
        new FrontDesks(grains));
    long nanos = System.nanoTime() - start;
    ProgressLine.say("reading the patients back ...");
    Expectation expected = Expectation.of(log.entries(), intake.tally().refused());
    boolean registered = new RegistryCheck(grains, calls).run(expected);
    Findings findings = new ReadBack(grains, calls, inFlight).run(expected);
    return new Imported(
        Summary.of(intake.tally(), log.badRows().size(), expected.facts().size(), nanos),
        Stream.concat(log.badRows().stream(), intake.tally().refused().stream())
            .sorted(Comparator.comparingLong(BadRow::line))
            .toList(),
        findings,
        registered);
  }

  boolean verified() {
    return findings.lost() == 0 && findings.doubled() == 0 && registered;
  }

  Report report() {
    return Report.of(summary).with("verified", verified());
  }
}
