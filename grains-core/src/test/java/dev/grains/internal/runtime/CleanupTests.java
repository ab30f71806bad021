package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTests {

  private final List<String> ended = new ArrayList<>();
  private final Cleanup cleanup = new Cleanup();

  @Test
  void endsTheLatestFirstAndEachOnce() {
    cleanup.add(() -> ended.add("first"));
    cleanup.add(() -> ended.add("second"));

    cleanup.run();
    cleanup.run();

    assertThat(ended).containsExactly("second", "first");
  }

  @Test
  void goesOnWhenAStepFails() {
    cleanup.add(() -> ended.add("first"));
    cleanup.add(
        () -> {
          throw new IllegalStateException("already gone");
        });

    cleanup.run();

    assertThat(ended).containsExactly("first");
  }
}
