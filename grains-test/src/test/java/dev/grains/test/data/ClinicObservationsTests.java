package dev.grains.test.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicObservationsTests {

  private static final ClinicObservations OBSERVATIONS = ClinicObservations.read();

  @Test
  void readsEveryRow() {
    assertThat(OBSERVATIONS.rows())
        .hasSize(239_775)
        .startsWith(new Observation("1", -459, "lab", "hdl", "75"));
    assertThat(OBSERVATIONS.rows()).extracting(Observation::person).doesNotContain("id");
  }

  @Test
  void knowsTheRowsThatRepeatAnEarlierOne() {
    assertThat(OBSERVATIONS.rows().size() - new HashSet<>(OBSERVATIONS.rows()).size())
        .isEqualTo(1_988);
  }

  @Test
  void ordersTheKeysByDay() {
    List<String> keys = OBSERVATIONS.keysByDay();

    assertThat(keys).hasSize(239_775);
    assertThat(new HashSet<>(keys)).hasSize(15_919);
    int first = OBSERVATIONS.rows().stream().mapToInt(Observation::days).min().orElseThrow();
    assertThat(OBSERVATIONS.rows())
        .filteredOn(row -> row.days() == first)
        .first()
        .extracting(Observation::person)
        .isEqualTo(keys.get(0));
  }
}
