package dev.grains.clinic.cli;

import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.clinic.intake.Tally;
import dev.grains.clinic.members.FrontDesks;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line at the bottom of a terminal that says how far an intake is. */
final class ProgressLine {

  /** Set by the script if standard error is a terminal. */
  private static final String TERMINAL = "clinic.progress";

  private static final int BAR = 24;
  private static final long PERIOD_MILLIS = 500;

  private final Tally tally;
  private final long total;
  private final FrontDesks desks;
  private final PrintStream terminal = System.err;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private ProgressLine(Tally tally, long total, FrontDesks desks) {
    this.tally = tally;
    this.total = total;
    this.desks = desks;
  }

  /** Runs an intake, and shows how far it is if there is a terminal to show it on. */
  static void during(Runnable intake, Tally tally, long total, FrontDesks desks) {
    ProgressLine line = new ProgressLine(tally, total, desks);
    try {
      line.start();
      intake.run();
    } finally {
      line.stop();
    }
  }

  private void start() {
    if (terminal()) {
      timer.scheduleWithFixedDelay(
          this::paint, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Says what is being done, if there is a terminal to say it on. */
  static void say(String what) {
    if (terminal()) {
      System.err.println(what);
    }
  }

  private static boolean terminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  private void paint() {
    terminal.print("\r\033[K" + text(desks.ask()));
    terminal.flush();
  }

  private String text(List<GrainsStatus> members) {
    long settled = tally.settled();
    double share = total == 0 ? 1 : (double) settled / total;
    int full = (int) (share * BAR);
    long active =
        members.stream()
            .flatMap(member -> member.types().stream())
            .mapToLong(TypeStatus::active)
            .sum();
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d rows  %,.0f/s  p50 %.1f ms  p99 %.1f ms  %d members  %,d active",
        "#".repeat(full),
        ".".repeat(BAR - full),
        share * 100,
        settled,
        settled / ((System.nanoTime() - start) / 1e9),
        tally.latencies().quantile(0.5) / 1e3,
        tally.latencies().quantile(0.99) / 1e3,
        members.size(),
        active);
  }

  private void stop() {
    timer.shutdownNow();
    if (terminal()) {
      terminal.print("\r\033[K");
      terminal.flush();
    }
  }
}
