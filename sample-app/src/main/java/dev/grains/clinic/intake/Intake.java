package dev.grains.clinic.intake;

import dev.grains.GrainException;
import dev.grains.Grains;
import dev.grains.clinic.domain.ImplausibleValue;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Recording;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells patients what a log says. For one log and one thread. */
public final class Intake {

  private final Grains grains;
  private final SureCalls calls;
  private final Window window;
  private final Ledger ledger;
  private final Tally tally = new Tally();
  private long sentBefore = Long.MAX_VALUE;
  private Runnable interlude = () -> {};

  /**
   * Creates an intake.
   *
   * @param grains the door to the patients
   * @param calls how they are called
   * @param inFlight how many calls may be under way at a time
   * @param ledger is told what has come of each row
   */
  public Intake(Grains grains, SureCalls calls, int inFlight, Ledger ledger) {
    this.grains = grains;
    this.calls = calls;
    this.window = new Window(inFlight, calls);
    this.ledger = ledger;
  }

  /** Runs an action once a number of rows have been sent, while others are under way. */
  public Intake after(long rows, Runnable action) {
    sentBefore = rows;
    interlude = action;
    return this;
  }

  /** What has come of it so far. */
  public Tally tally() {
    return tally;
  }

  /**
   * Sends all rows, in order, and waits for all answers.
   *
   * @param entries the rows
   * @throws IntakeFailure if a patient cannot be told
   */
  public void run(Iterable<Entry> entries) {
    long sent = 0;
    for (Entry entry : entries) {
      window.enter();
      send(entry);
      if (++sent == sentBefore) {
        interlude.run();
      }
    }
    window.drain();
  }

  private void send(Entry entry) {
    long start = System.nanoTime();
    calls
        .call(() -> grains.get(Patient.class, entry.patient()).record(entry.observation()))
        .whenComplete((recording, problem) -> settle(entry, start, recording, problem));
  }

  private void settle(
      Entry entry, long start, @Nullable Recording recording, @Nullable Throwable problem) {
    try {
      if (recording != null) {
        tally.latencies().add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        tally.settle(recording);
        ledger.acknowledged(entry);
      } else if (problem instanceof ImplausibleValue
          || problem instanceof IllegalArgumentException) {
        tally.refuse();
        ledger.refused(
            new BadRow(entry.line(), String.valueOf(problem.getMessage()), entry.text()));
      } else {
        throw new IntakeFailure(
            "the row in line " + entry.line() + " could not be recorded: " + reason(problem),
            problem);
      }
      window.leave();
    } catch (RuntimeException failure) {
      window.leave(failure);
    }
  }

  private static String reason(@Nullable Throwable problem) {
    return problem instanceof GrainException known
        ? String.valueOf(known.getMessage())
        : String.valueOf(problem);
  }
}
