package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.intake.Findings;
import dev.grains.clinic.intake.Intake;
import dev.grains.clinic.intake.ReadBack;
import dev.grains.clinic.intake.RegistryCheck;
import dev.grains.clinic.intake.Summary;
import dev.grains.clinic.intake.SureCalls;
import dev.grains.clinic.intake.Told;
import dev.grains.clinic.log.EventLog;
import dev.grains.clinic.members.FrontDesks;
import java.time.Duration;

/**
 * A log that patients have been told, and have been read back for.
 *
 * @param summary what has come of it
 * @param findings what the patients show of it
 * @param registered whether the registries are complete
 */
record Imported(Summary summary, Findings findings, boolean registered) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Imported into(Grains grains, EventLog log, int inFlight, SpillSpace space) {
    SureCalls calls = new SureCalls(PATIENCE);
    try (Told told = new Told(log, space)) {
      Intake intake = new Intake(grains, calls, inFlight, told);
      long start = System.nanoTime();
      ProgressLine.during(
          () -> intake.run(log.entries()), intake.tally(), log.goodRows(), new FrontDesks(grains));
      long nanos = System.nanoTime() - start;
      ProgressLine.say("reading the patients back ...");
      boolean registered = new RegistryCheck(grains, calls, space).run(told);
      Findings findings = new ReadBack(grains, calls, inFlight).run(told);
      return new Imported(
          Summary.of(intake.tally(), log.unreadableRows(), findings.patients(), nanos),
          findings,
          registered);
    }
  }

  boolean verified() {
    return findings.lost() == 0 && findings.doubled() == 0 && registered;
  }

  Report report() {
    return Report.of(summary).with("verified", verified());
  }
}
