package dev.grains.guarantees;

import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The program of {@link ThreadTrapIT}: calls grains, and tells how many threads that started. */
final class ThreadCount {

  static final String ANSWER = "threads started: ";

  private static final int CALLS = 2_500;

  @dev.grains.annotation.Grain("trap")
  interface Trap {
    int sync();

    CompletionStage<Integer> async();
  }

  @dev.grains.annotation.NonBlocking
  static final class TrapGrain extends dev.grains.Grain implements Trap {
    @Override
    public int sync() {
      return 1;
    }

    @Override
    public CompletionStage<Integer> async() {
      return CompletableFuture.completedFuture(2);
    }
  }

  private ThreadCount() {}

  public static void main(String[] arguments) throws Exception {
    try (GrainCluster cluster =
            GrainCluster.of(2, grains -> grains.register(Trap.class, TrapGrain::new));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out))) {
      Grains caller = cluster.member(0);
      List<Trap> traps =
          List.of(
              caller.get(Trap.class, cluster.keyOwnedBy(caller, "local")),
              caller.get(Trap.class, cluster.keyOwnedBy(cluster.member(1), "remote")));
      traps.forEach(trap -> call(trap, 200));
      long before = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();

      traps.forEach(trap -> call(trap, CALLS));

      long after = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
      out.println(ANSWER + (after - before));
    }
    Runtime.getRuntime().halt(0);
  }

  private static void call(Trap trap, int calls) {
    for (int i = 0; i < calls; i++) {
      trap.sync();
    }
    for (int i = 0; i < calls; i += 100) {
      CompletableFuture<?>[] replies = new CompletableFuture<?>[100];
      for (int j = 0; j < 100; j++) {
        replies[j] = trap.async().toCompletableFuture();
      }
      CompletableFuture.allOf(replies).join();
    }
  }
}
