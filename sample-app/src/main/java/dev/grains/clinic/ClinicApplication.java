package dev.grains.clinic;

import dev.grains.clinic.cli.ClinicCommand;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program: a command line, and the Spring application that its commands start. */
@SpringBootApplication
public class ClinicApplication {

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(ClinicCommand.run(arguments));
  }

  /**
   * Starts the application in this JVM.
   *
   * @param web whether it serves the web API
   * @param properties what the command says about its settings
   * @return the running application, with a member of the cluster in it
   */
  public static ConfigurableApplicationContext start(
      WebApplicationType web, Map<String, Object> properties) {
    return new SpringApplicationBuilder(ClinicApplication.class)
        .web(web)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }
}
