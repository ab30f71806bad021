package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import org.junit.jupiter.api.Test;

/** The watch that the guarantee tests rely on sees an overlap when there is one. */
class OverlapsTests {

  @Test
  void turnsOfOneGrainOverlapAndThoseOfTwoDoNot() {
    GrainId one = new GrainId("watched", "one");
    GrainId other = new GrainId("watched", "other");
    long before = Overlaps.seen();

    Overlaps.enter(one);
    Overlaps.enter(other);
    assertThat(Overlaps.seen()).isEqualTo(before);
    assertThat(Overlaps.quiet()).isFalse();

    Overlaps.enter(one);
    assertThat(Overlaps.seen()).isEqualTo(before + 1);

    Overlaps.leave(one);
    Overlaps.leave(one);
    Overlaps.leave(other);
    assertThat(Overlaps.quiet()).isTrue();
  }
}
