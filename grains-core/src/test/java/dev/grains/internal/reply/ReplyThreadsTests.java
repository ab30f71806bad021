package dev.grains.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyThreadsTests {

  private final ReplyThreads threads = new ReplyThreads(1, wakeUp -> false);
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    threads.close();
  }

  private void block() {
    CountDownLatch begun = new CountDownLatch(1);
    threads.execute(
        () -> {
          begun.countDown();
          pass(release);
        });
    pass(begun);
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void runInOrder() {
    for (int i = 0; i < 100; i++) {
      String name = "task " + i;
      threads.execute(() -> ran.add(name));
    }

    await().until(() -> ran.size() == 100);
    assertThat(ran).startsWith("task 0", "task 1").endsWith("task 99");
  }

  @Test
  void areWokenOnceForAllThatAPartitionThreadHasAtHand() throws Exception {
    List<Runnable> putOff = new CopyOnWriteArrayList<>();
    try (ReplyThreads sleeping = new ReplyThreads(1, putOff::add)) {
      awaitSleep("grains-reply-0");
      sleeping.execute(() -> ran.add("first"));
      sleeping.execute(() -> ran.add("second"));
      assertThat(ran).isEmpty();

      putOff.get(0).run();

      await().until(() -> ran.size() == 2);
    }
  }

  @Test
  void areWokenAtTheNextSweepAtTheLatest() throws Exception {
    try (ReplyThreads sleeping = new ReplyThreads(1, wakeUp -> true)) {
      awaitSleep("grains-reply-0");
      sleeping.execute(() -> ran.add("forgotten"));

      sleeping.sweep();

      await().until(() -> ran.size() == 1);
    }
  }

  @Test
  void areWokenAtOnceWhenManyRepliesWait() throws Exception {
    try (ReplyThreads sleeping = new ReplyThreads(1, wakeUp -> true)) {
      awaitSleep("grains-reply-0");
      for (int i = 0; i < 64; i++) {
        sleeping.execute(() -> ran.add("one of many"));
      }

      await().until(() -> ran.size() == 64);
    }
  }

  private static void awaitSleep(String name) {
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals(name))
                    .allMatch(thread -> thread.getState() == Thread.State.WAITING));
  }

  @Test
  void goOnAfterACallbackThatFails() {
    threads.execute(
        () -> {
          throw new AssertionError("a bug of the user");
        });
    threads.execute(() -> ran.add("next"));

    await().until(() -> ran.contains("next"));
  }

  @Test
  void letAStandInTakeOverBehindACallbackThatBlocks() {
    block();
    threads.execute(() -> ran.add("behind"));
    assertThat(ran).isEmpty();

    await()
        .until(
            () -> {
              threads.sweep();
              return ran.contains("behind");
            });
  }

  @Test
  void runWhatWasQueuedBeforeTheClose() {
    block();
    threads.execute(() -> ran.add("queued"));

    threads.close();
    release.countDown();

    await().until(() -> ran.contains("queued"));
  }

  @Test
  void runWhatComesAfterTheCloseOnAThreadOfItsOwn() {
    threads.close();

    threads.execute(() -> ran.add(Thread.currentThread().getName()));

    await().until(() -> !ran.isEmpty());
    assertThat(ran).containsExactly("grains-reply-late");
  }
}
