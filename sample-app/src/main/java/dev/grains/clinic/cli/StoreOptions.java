package dev.grains.clinic.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say where patients are kept. */
final class StoreOptions {

  private static final String POSTGRES = "jdbc:postgresql:";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--store",
      defaultValue = "h2",
      description = "Where patients are kept: h2, postgres or replicated (default: h2).")
  private StoreKind kind;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "clinic-data",
      description = "The directory of the h2 store (default: ./clinic-data).")
  private Path data;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The address of the postgres store: jdbc:postgresql://HOST/DATABASE?user=USER;"
              + " the password is that of the address, or CLINIC_PASSWORD of the environment.")
  private @Nullable String url;

  StoreKind kind() {
    return kind;
  }

  /** The directory of the clinic: that of the h2 store, and of the notice of a running cluster. */
  Path data() {
    return data.toAbsolutePath().normalize();
  }

  String url() {
    if (url == null) {
      throw new ParameterException(spec.commandLine(), "--store postgres needs --url");
    }
    if (!url.startsWith(POSTGRES)) {
      throw new ParameterException(spec.commandLine(), "--url must begin with " + POSTGRES);
    }
    return url;
  }
}
