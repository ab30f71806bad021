package dev.grains.clinic.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in an orderly way when its process is told to end, by Ctrl-C or SIGTERM: its
 * thread is interrupted, and the process waits until it is over.
 */
public final class Interruption {

  private static final long PATIENCE_SECONDS = 30;

  private static volatile boolean asked;

  private final Thread command;
  private final CountDownLatch over = new CountDownLatch(1);

  private Interruption(Thread command) {
    this.command = command;
  }

  /** Watches over the command that the calling thread is about to run. */
  public static Interruption watch() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::end, "interruption"));
    return interruption;
  }

  /** Says that the command is over. */
  public void over() {
    over.countDown();
  }

  private void end() {
    if (over.getCount() == 0) {
      return;
    }
    asked = true;
    command.interrupt();
    try {
      over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException halted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether this process was told to end. */
  static boolean asked() {
    return asked;
  }

  /** Runs what must be done to its end, also on a thread that was interrupted. */
  static void undisturbed(Runnable action) {
    boolean interrupted = Thread.interrupted();
    try {
      action.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
