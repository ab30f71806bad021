package dev.grains.clinic.cli;

import dev.grains.clinic.ClinicApplication;
import dev.grains.clinic.members.MemberProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** A member that another clinic has started; its settings are in the environment. */
@Command(name = "member", hidden = true)
final class MemberCommand implements Callable<Integer> {

  private static final long FAREWELL_SECONDS = 12;

  private final CountDownLatch toldToGo = new CountDownLatch(1);

  @Override
  public Integer call() {
    Thread watch = new Thread(this::leaveWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try (ConfigurableApplicationContext context =
        ClinicApplication.start(WebApplicationType.NONE, Map.of())) {
      System.out.println(MemberProcess.READY + ClinicApplication.address(context));
      await();
    }
    return 0;
  }

  // the input ends when the parent closes it, and also when the parent is killed
  private void leaveWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      // as good as its end
    }
    toldToGo.countDown();
    CompletableFuture.delayedExecutor(FAREWELL_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
  }

  private void await() {
    try {
      toldToGo.await();
    } catch (InterruptedException toldByTheSystem) {
      // it leaves all the same, undisturbed
    }
  }
}
