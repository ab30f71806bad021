package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Calls start no threads, also on machines with so few processors that the common pool of the JVM
 * starts one for every completion. Runs in a JVM of its own that is told to be such a machine.
 */
class ThreadsStartedIT {

  private static final int CALLS = 10_000;
  private static final int MOST_THREADS = 50;

  @Test
  void tenThousandLocalCallsStartHardlyAnyThreads() throws Exception {
    assertHardlyAnyThreads("local");
  }

  @Test
  void tenThousandRemoteCallsStartHardlyAnyThreads() throws Exception {
    assertHardlyAnyThreads("remote");
  }

  private static void assertHardlyAnyThreads(String place) throws Exception {
    String output = output(start(place));

    assertThat(output).contains("parallelism 1").contains("replies " + 2 * CALLS);
    assertThat(threads(output)).as(output).isLessThan(MOST_THREADS);
  }

  @Test
  void aThreadForEachCompletionWouldBeNoticed() throws Exception {
    assertThat(threads(output(start("trap")))).isGreaterThan(CALLS / 2);
  }

  private static Process start(String place) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
            "-XX:ActiveProcessorCount=2",
            "-cp",
            System.getProperty("java.class.path"),
            ThreadsStartedIT.class.getName(),
            place)
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) throws Exception {
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static long threads(String output) {
    String marker = "threads started ";
    int at = output.indexOf(marker);
    assertThat(at).as(output).isNotNegative();
    return Long.parseLong(output.substring(at + marker.length()).split("\\s", 2)[0]);
  }

  /** Makes calls and prints how many threads they started. */
  public static void main(String[] args) throws Exception {
    System.out.println("parallelism " + ForkJoinPool.commonPool().getParallelism());
    if (args[0].equals("trap")) {
      springTheTrap();
      return;
    }
    int members = args[0].equals("local") ? 1 : 2;
    try (GrainCluster cluster =
        GrainCluster.of(members, grains -> grains.register(Pinged.class, PingedGrain::new))) {
      Grains caller = cluster.member(0);
      Pinged grain = caller.get(Pinged.class, cluster.keyOwnedBy(cluster.member(members - 1), "k"));
      long replies = call(grain); // warms up: whatever is started once is started now
      long before = started();
      replies += call(grain);
      System.out.println("threads started " + (started() - before));
      System.out.println("replies " + replies);
    }
    System.exit(0);
  }

  private static long call(Pinged grain) throws Exception {
    long replies = 0;
    List<CompletableFuture<Long>> stages = new ArrayList<>();
    for (int i = 0; i < CALLS / 2; i++) {
      grain.pingAndWait();
      replies++;
      stages.add(grain.ping().thenApply(count -> count).toCompletableFuture());
      if (stages.size() == 100) {
        for (CompletableFuture<Long> stage : stages) {
          stage.get(30, TimeUnit.SECONDS);
        }
        replies += stages.size();
        stages.clear();
      }
    }
    return replies;
  }

  private static void springTheTrap() throws Exception {
    long before = started();
    for (int i = 0; i < CALLS; i++) {
      CompletableFuture.completedFuture(i).thenApplyAsync(n -> n).get(30, TimeUnit.SECONDS);
    }
    System.out.println("threads started " + (started() - before));
  }

  private static long started() {
    return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
  }
}
