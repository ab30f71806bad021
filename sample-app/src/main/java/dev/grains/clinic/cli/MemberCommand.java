package dev.grains.clinic.cli;

import com.hazelcast.cluster.Address;
import dev.grains.Grains;
import dev.grains.clinic.ClinicApplication;
import dev.grains.clinic.members.MemberProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** A member that another clinic has started; its settings are in the environment. */
@Command(name = "member", hidden = true)
final class MemberCommand implements Callable<Integer> {

  private static final long FAREWELL_SECONDS = 12;

  @Override
  public Integer call() throws IOException {
    Thread watch = new Thread(MemberCommand::leaveWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try (ConfigurableApplicationContext context =
        ClinicApplication.start(WebApplicationType.NONE, Map.of())) {
      Address address =
          context.getBean(Grains.class).hazelcast().getCluster().getLocalMember().getAddress();
      System.out.println(MemberProcess.READY + address.getHost() + ":" + address.getPort());
      join(watch);
    }
    return 0;
  }

  // the input ends when the parent closes it, and also when the parent is killed
  private static void leaveWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      // as good as its end
    }
    CompletableFuture.delayedExecutor(FAREWELL_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
  }

  private static void join(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
