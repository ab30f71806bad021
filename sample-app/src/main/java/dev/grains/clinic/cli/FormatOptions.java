package dev.grains.clinic.cli;

import dev.grains.clinic.log.LogFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where in a log the parts of an observation are. */
final class FormatOptions {

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      description = "The column of the patient (default: id).")
  private String id = LogFormat.BUNDLED.id();

  @Option(
      names = "--time-column",
      paramLabel = "NAME",
      description = {
        "The column of the time (default: days): ISO-8601 with or without offset,",
        "yyyy-MM-dd HH:mm:ss, a date, or an integer number of days after 2000-01-01."
      })
  private String time = LogFormat.BUNDLED.time();

  @Option(
      names = "--name-column",
      paramLabel = "NAME",
      description = "The column of what was observed (default: name).")
  private String name = LogFormat.BUNDLED.name();

  @Option(
      names = "--kind-column",
      paramLabel = "NAME",
      description = "The column of the kind (default: kind, if there is one); 'event' where empty.")
  private @Nullable String kind;

  @Option(
      names = "--value-column",
      paramLabel = "NAME",
      description = "The column of the value (default: value, if there is one).")
  private @Nullable String value;

  @Option(
      names = "--attributes",
      description = "Keep all other columns as attributes of the observations.")
  private boolean attributes;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      converter = DelimiterConverter.class,
      description =
          "What stands between columns, 'tab' for a tab (default: found out from the header).")
  private @Nullable Character delimiter;

  LogFormat format() {
    return new LogFormat(id, time, name, kind, value, attributes, delimiter);
  }
}
