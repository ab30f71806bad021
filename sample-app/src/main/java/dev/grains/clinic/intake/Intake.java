package dev.grains.clinic.intake;

import dev.grains.Grains;
import dev.grains.clinic.domain.ImplausibleValue;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Recording;
import dev.grains.clinic.log.Entry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells patients what a log says. For one log and one thread. */
public final class Intake {

  private final Grains grains;
  private final SureCalls calls;
  private final Window window;
  private final Tally tally = new Tally();
  private long sentBefore = Long.MAX_VALUE;
  private Runnable interlude = () -> {};

  /**
   * Creates an intake.
   *
   * @param grains the door to the patients
   * @param calls how they are called
   * @param inFlight how many calls may be under way at a time
   */
  public Intake(Grains grains, SureCalls calls, int inFlight) {
    this.grains = grains;
    this.calls = calls;
    this.window = new Window(inFlight, calls.patience().multipliedBy(2));
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
  public void run(List<Entry> entries) {
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
    if (recording != null) {
      tally.latencies().add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
      tally.settle(recording);
      window.leave();
    } else if (problem instanceof ImplausibleValue || problem instanceof IllegalArgumentException) {
      tally.refuse(entry, String.valueOf(problem.getMessage()));
      window.leave();
    } else {
      window.leave(
          new IntakeFailure(
              "the row in line " + entry.line() + " could not be recorded: " + problem, problem));
    }
  }
}
