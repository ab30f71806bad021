package dev.grains.clinic.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.domain.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadBackTests {

  private static final Observation HDL = Observation.of(Instant.EPOCH, "lab", "hdl", 75.0);
  private static final Observation SBP = Observation.of(Instant.EPOCH, "lab", "sbp", 120.0);
  private static final Set<Fact> BOTH = Set.of(Fact.of(HDL), Fact.of(SBP));

  @Test
  void findsWhatIsThere() {
    assertThat(ReadBack.compare(BOTH, new Timeline(2, List.of(SBP, HDL))))
        .isEqualTo(new Findings(1, 2, 0, 0, 0));
  }

  @Test
  void findsWhatIsLost() {
    assertThat(ReadBack.compare(BOTH, new Timeline(1, List.of(HDL))))
        .isEqualTo(new Findings(1, 1, 1, 0, 0));
  }

  @Test
  void findsWhatIsDoubled() {
    Observation again = new Observation(Instant.EPOCH, "lab", "hdl", 75.0, Map.of("ward", "7"));

    assertThat(ReadBack.compare(BOTH, new Timeline(3, List.of(HDL, SBP, again))))
        .isEqualTo(new Findings(1, 2, 0, 1, 0));
  }

  @Test
  void findsWhatNobodyHasTold() {
    assertThat(ReadBack.compare(Set.of(Fact.of(HDL)), new Timeline(2, List.of(HDL, SBP))))
        .isEqualTo(new Findings(1, 2, 0, 0, 1));
  }
}
