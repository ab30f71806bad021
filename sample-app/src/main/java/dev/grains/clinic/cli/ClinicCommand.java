package dev.grains.clinic.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code clinic}. */
@Command(
    name = "clinic",
    description = "Real patient data through a real cluster: each patient is a grain.",
    subcommands = {
      DemoCommand.class,
      ImportCommand.class,
      ShowCommand.class,
      StatsCommand.class,
      ServeCommand.class,
      ClusterCommand.class,
      MemberCommand.class
    })
public final class ClinicCommand implements Runnable {

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli sets it and shows the help itself
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  /**
   * Runs a command.
   *
   * @param arguments the command and its options
   * @return the exit code: 0 if all went well, 1 if it did not, 2 if the arguments are wrong
   */
  public static int run(String... arguments) {
    return new CommandLine(new ClinicCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new ArgumentReport())
        .setExecutionExceptionHandler(new FailureReport())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
