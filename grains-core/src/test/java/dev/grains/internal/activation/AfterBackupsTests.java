package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainId;
import dev.grains.internal.turn.Gate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterBackupsTests {

  private static final GrainId ID = new GrainId("thing", "a");

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final Deque<Runnable> acknowledgements = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();
  private final AfterBackups backups =
      new AfterBackups(
          (id, then) -> acknowledgements.add(then), new Gate(1, threads::add, start -> false));

  @Test
  void anActionRunsWhenTheBackupsHaveAcknowledged() {
    backups.run(ID, () -> ran.add("action"));
    threads.remove().run();
    assertThat(ran).isEmpty();

    acknowledgements.remove().run();

    assertThat(ran).containsExactly("action");
  }

  @Test
  void anActionIsUnderWayUntilItHasRun() {
    assertThat(backups.idle()).isTrue();
    backups.run(ID, () -> assertThat(backups.idle()).as("while it runs").isFalse());
    assertThat(backups.idle()).as("before it is sent").isFalse();
    threads.remove().run();
    assertThat(backups.idle()).as("before the backups have acknowledged").isFalse();

    acknowledgements.remove().run();

    assertThat(backups.idle()).isTrue();
  }

  @Test
  void anActionThatFailsIsOver() {
    backups.run(
        ID,
        () -> {
          throw new IllegalStateException("bug");
        });
    threads.remove().run();

    assertThatThrownBy(acknowledgements.remove()::run).hasMessage("bug");

    assertThat(backups.idle()).isTrue();
  }
}
