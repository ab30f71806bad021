package dev.grains.clinic.cli;

import picocli.CommandLine.Option;

/** The options that say how results and logs are shown. */
final class OutputOptions {

  // the properties that the log configuration reads
  private static final String LOG_LEVEL = "clinic.log";
  private static final String STARTUP_LOG_LEVEL = "clinic.startup.log";

  @Option(
      names = "--json",
      description = "Write the figures as one JSON object, in the last line of standard output.")
  private boolean json;

  boolean json() {
    return json;
  }

  @Option(names = "--verbose", description = "Log what the cluster does, to standard error.")
  void wantLogs(boolean wanted) {
    if (wanted) {
      System.setProperty(LOG_LEVEL, "INFO");
      System.setProperty(STARTUP_LOG_LEVEL, "INFO");
    }
  }

  /** Whether the user has asked for logs. */
  static boolean verbose() {
    return "INFO".equals(System.getProperty(LOG_LEVEL));
  }
}
