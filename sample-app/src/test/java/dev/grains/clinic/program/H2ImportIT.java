package dev.grains.clinic.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class H2ImportIT {

  private static final long HALF_IN = 40L << 20;

  @TempDir Path directory;

  @Test
  @Timeout(900)
  void recordsEveryObservationOnceThoughItIsKilledInTheMiddle() throws Exception {
    String log = BundledLog.copyTo(directory).toString();
    try (Program first = Program.start(directory, "import", log)) {
      Path database = directory.resolve("clinic-data").resolve("clinic.mv.db");
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> Files.exists(database) && Files.size(database) > HALF_IN);
      assertThat(first.alive()).as("it is not done yet").isTrue();
      first.kill();
    }

    JsonNode second = Program.run(directory, "import", log, "--json").json();

    assertThat(second.get("rows").asLong()).isEqualTo(239_775);
    assertThat(second.get("rejected").asLong()).isEqualTo(7);
    assertThat(second.get("patients").asLong()).isEqualTo(15_919);
    assertThat(second.get("recorded").asLong()).isBetween(1L, 237_779L);
    assertThat(second.get("recorded").asLong() + second.get("duplicates").asLong())
        .isEqualTo(237_780 + 1_988);
    assertThat(second.get("verified").asBoolean()).isTrue();
    JsonNode stats = Program.run(directory, "stats", "--json", "--svg", "a.svg").json();
    assertThat(stats.get("patients").asLong()).isEqualTo(15_919);
    assertThat(stats.get("observations").asLong()).isEqualTo(237_780);
    assertThat(stats.get("names").get("hdl").asLong()).isGreaterThan(150_000);
    assertThat(stats.get("diagnoses").get("nafld").asLong()).isEqualTo(3_864);
    assertThat(directory.resolve("a.svg")).content().contains("observations by name", ">hdl<");
  }
}
