package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTests {

  private final Timers timers = new Timers();
  private final List<String> ran = new ArrayList<>();

  private void at(long millis, String name) {
    timers.at(millis, () -> ran.add(name));
  }

  @Test
  void runWhatIsDueOnceAndInOrder() {
    at(20, "later");
    at(10, "first");
    at(10, "second");
    at(21, "not yet");

    timers.sweep(9);
    assertThat(ran).isEmpty();

    timers.sweep(20);
    assertThat(ran).containsExactly("first", "second", "later");

    timers.sweep(20);
    assertThat(ran).hasSize(3);
  }

  @Test
  void leaveWhatIsAddedMeanwhileToTheNextSweep() {
    timers.at(10, () -> at(5, "again"));

    timers.sweep(10);
    assertThat(ran).isEmpty();

    timers.sweep(10);
    assertThat(ran).containsExactly("again");
  }
}
