package dev.grains.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.GrainOverloadedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class GateTests {

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();
  private final Gate gate = new Gate(2, threads::add, start -> false);

  private Runnable task(String name) {
    return () -> ran.add(name);
  }

  @Test
  void startsNoMoreThreadsThanItHasSlots() {
    gate.execute(task("a"));
    gate.execute(task("b"));
    gate.execute(task("c"));

    assertThat(threads).hasSize(2);
  }

  @Test
  void runsWhatIsQueuedOnTheThreadThatIsFree() {
    gate.execute(task("a"));
    gate.execute(task("b"));
    gate.execute(task("c"));

    threads.remove().run();

    assertThat(ran).containsExactly("a", "c");
    assertThat(gate.idle()).isFalse();
    threads.remove().run();
    assertThat(ran).containsExactly("a", "c", "b");
    assertThat(gate.idle()).isTrue();
  }

  @Test
  void keepsTheSlotOfATaskThatFails() {
    Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
    List<Throwable> told = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> told.add(bug));
    IllegalStateException bug = new IllegalStateException("bug");
    try {
      gate.execute(
          () -> {
            throw bug;
          });
      gate.execute(task("b"));
      gate.execute(task("c"));

      threads.remove().run();
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(before);
    }

    assertThat(told).containsExactly(bug);
    assertThat(ran).containsExactly("c");
    threads.remove().run();
    assertThat(gate.idle()).isTrue();
  }

  @Test
  void givesTheSlotOfATaskThatWaitsToTheNext() {
    gate.execute(task("a"));
    gate.execute(task("b"));
    gate.execute(task("c"));

    gate.beforeWait();

    assertThat(threads).as("a thread for c, in the slot of a").hasSize(3);
  }

  @Test
  void letsATaskThatHasWaitedGoFirst() {
    gate.execute(task("a"));
    gate.execute(task("b"));
    gate.beforeWait(); // a
    gate.execute(task("c"));
    gate.execute(task("d"));
    CompletableFuture<Void> back = CompletableFuture.runAsync(gate::afterWait, this::start);
    await().until(() -> waits(back));

    threads.removeLast().run(); // c

    assertThat(back).succeedsWithin(java.time.Duration.ofSeconds(10));
    assertThat(ran).as("d has no slot").containsExactly("c");
  }

  private Thread returning;

  private void start(Runnable task) {
    returning = new Thread(task, "returning");
    returning.setDaemon(true);
    returning.start();
  }

  private boolean waits(CompletableFuture<Void> back) {
    return !back.isDone() && returning.getState() == Thread.State.WAITING;
  }

  @Test
  void keepsTheInterruptOfATaskThatWaitsForItsSlot() {
    gate.execute(task("a"));
    gate.execute(task("b"));
    gate.beforeWait();
    gate.execute(task("c"));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    start(
        () -> {
          gate.afterWait();
          interrupted.complete(Thread.currentThread().isInterrupted());
        });
    await().until(() -> returning.getState() == Thread.State.WAITING);

    returning.interrupt();
    threads.removeLast().run();

    assertThat(interrupted).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo(true);
  }

  @Test
  void refusesToLetTooManyWait() {
    for (int i = 0; i < 4_000; i++) {
      gate.execute(task("task"));
      gate.beforeWait();
    }

    gate.execute(task("one more"));

    assertThatThrownBy(gate::beforeWait)
        .isInstanceOf(GrainOverloadedException.class)
        .hasMessageContaining("4000 turns of this member wait")
        .hasMessageContaining("slow down");
  }

  @Test
  void keepsATaskForWhichNoThreadCanBeHad() {
    for (Throwable noThread :
        List.of(new RejectedExecutionException("5000"), new OutOfMemoryError("no native thread"))) {
      Deque<Throwable> failures = new ArrayDeque<>(List.of(noThread));
      Gate full =
          new Gate(
              1,
              task -> {
                Throwable failure = failures.poll();
                if (failure instanceof RuntimeException refused) {
                  throw refused;
                } else if (failure instanceof Error error) {
                  throw error;
                }
                threads.add(task);
              },
              start -> false);

      full.execute(task("a"));
      assertThat(threads).isEmpty();
      assertThat(full.idle()).isFalse();
      await()
          .untilAsserted(
              () -> {
                full.sweep();
                assertThat(threads).hasSize(1);
              });
      threads.remove().run();

      assertThat(full.idle()).isTrue();
    }
    assertThat(ran).containsExactly("a", "a");
  }

  @Test
  void beginsOnceForAllThatAPartitionThreadHasAtHand() {
    List<Runnable> putOff = new ArrayList<>();
    Gate patient = new Gate(2, threads::add, putOff::add);
    patient.execute(task("a"));
    patient.execute(task("b"));
    patient.execute(task("c"));
    assertThat(threads).isEmpty();

    putOff.get(0).run();

    assertThat(putOff).as("always the same action").containsOnly(putOff.get(0));
    assertThat(threads).hasSize(2);
    threads.remove().run();
    assertThat(ran).containsExactly("a", "c");
  }

  @Test
  void dropsSilentlyWhatComesAfterTheClose() {
    Gate closed =
        new Gate(
            1,
            task -> {
              throw new RejectedExecutionException("shut down");
            },
            start -> false);
    closed.close();

    assertThatCode(() -> closed.execute(task("a"))).doesNotThrowAnyException();
    assertThat(ran).isEmpty();
  }

  @Test
  void startsThreadsForWhatIsQueuedBehindBlockedTasks() {
    int many = 2 * Runtime.getRuntime().availableProcessors() + 10;
    Gate wide = new Gate(many, threads::add, start -> false);
    for (int i = 0; i < many; i++) {
      wide.execute(task("task"));
    }

    await()
        .untilAsserted(
            () -> {
              wide.sweep();
              assertThat(threads).hasSize(many);
            });
  }
}
