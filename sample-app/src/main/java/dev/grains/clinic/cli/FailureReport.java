package dev.grains.clinic.cli;

import dev.grains.clinic.intake.IntakeFailure;
import dev.grains.clinic.log.UnreadableLog;
import dev.grains.clinic.members.MemberFailure;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed: in one line where the reason is known, else with the stack. */
final class FailureReport implements IExecutionExceptionHandler {

  private static final List<Class<? extends Exception>> KNOWN =
      List.of(CommandFailure.class, IntakeFailure.class, UnreadableLog.class, MemberFailure.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (KNOWN.contains(failure.getClass())) {
      command.getErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
