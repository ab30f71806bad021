package dev.grains.clinic.cli;

import dev.grains.GrainException;
import dev.grains.clinic.files.SpillFailure;
import dev.grains.clinic.intake.IntakeFailure;
import dev.grains.clinic.log.UnreadableLog;
import dev.grains.clinic.members.MemberFailure;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed, in one line; with the stack if the user has asked for more. */
final class FailureReport implements IExecutionExceptionHandler {

  private static final List<Class<? extends Exception>> KNOWN =
      List.of(
          CommandFailure.class,
          GrainException.class,
          IntakeFailure.class,
          MemberFailure.class,
          SpillFailure.class,
          UnreadableLog.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    boolean known = KNOWN.stream().anyMatch(kind -> kind.isInstance(failure));
    if (Interruption.asked() && !(failure instanceof CommandFailure)) {
      err.println("interrupted");
    } else if (known) {
      err.println(failure.getMessage());
    } else {
      err.println("the command has failed: " + root(failure) + "; --verbose says where");
    }
    if (OutputOptions.verbose()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
