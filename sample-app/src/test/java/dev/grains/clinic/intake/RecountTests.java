package dev.grains.clinic.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RecountTests {

  @Test
  void countsTheBundledLog() throws IOException {
    try (InputStream in = Recount.class.getResourceAsStream("/data/nafld-events.csv.gz")) {
      Recount recount = Recount.of(in, Long.MAX_VALUE);

      assertThat(recount.rows()).isEqualTo(239_775);
      assertThat(recount.recorded()).isEqualTo(237_780);
      assertThat(recount.duplicates()).isEqualTo(1_988);
      assertThat(recount.rejected()).isEqualTo(7);
      assertThat(recount.patients()).isEqualTo(15_919);
      assertThat(recount.facts().values().stream().mapToLong(facts -> facts.size()).sum())
          .isEqualTo(237_780);
    }
  }
}
