package dev.grains.clinic.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the web API until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the web API on 127.0.0.1, with its description at /openapi.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private StoreOptions store;

  @SuppressWarnings("UnusedVariable") // picocli reads its options
  @Mixin
  private OutputOptions output;

  @Option(
      names = "--port",
      converter = Numbers.Port.class,
      defaultValue = "8080",
      description = "The port; 0 for a free one (default: 8080).")
  private int port;

  @Option(
      names = "--members",
      paramLabel = "N",
      converter = Numbers.NotNegative.class,
      defaultValue = "0",
      description = "How many members are started beside this one, each in a JVM of its own.")
  private int members;

  @Override
  public Integer call() {
    CountDownLatch stopped = new CountDownLatch(1);
    Map<String, Object> settings = Map.of("server.port", port);
    try (Clinic clinic = Clinic.open(store, members, WebApplicationType.SERVLET, settings)) {
      clinic.announce("serve");
      clinic
          .context()
          .addApplicationListener(
              (ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown());
      String local = clinic.context().getEnvironment().getProperty("local.server.port");
      spec.commandLine().getOut().println("serving http://127.0.0.1:" + local);
      spec.commandLine().getOut().flush();
      stopped.await();
    } catch (InterruptedException toldToStop) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
