package dev.grains.clinic;

import com.hazelcast.cluster.Address;
import dev.grains.Grains;
import dev.grains.clinic.cli.ClinicCommand;
import dev.grains.clinic.cli.Interruption;
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
    Interruption interruption = Interruption.watch();
    int code = ClinicCommand.run(arguments);
    interruption.over();
    System.exit(code);
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
        .registerShutdownHook(false) // the command closes it, also when it is interrupted
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  /** Returns where the member of a running application listens, as host:port. */
  public static String address(ConfigurableApplicationContext context) {
    Address address =
        context.getBean(Grains.class).hazelcast().getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }
}
