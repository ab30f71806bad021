package dev.grains.clinic.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.clinic.intake.Recount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DemoIT {

  private static final long ROWS = 10_000;

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void losesAndDoublesNothingWhenAMemberIsKilled() throws Exception {
    Recount truth = BundledLog.recount(ROWS);

    Program demo = Program.run(directory, "demo", "--json", "--limit", "" + ROWS);

    JsonNode figures = demo.json();
    assertThat(figures.get("verified").asBoolean()).isTrue();
    assertThat(figures.get("membersKilled").asLong()).isEqualTo(1);
    assertThat(figures.get("lost").asLong()).isZero();
    assertThat(figures.get("doubled").asLong()).isZero();
    assertThat(figures.get("rows").asLong()).isEqualTo(ROWS);
    assertThat(figures.get("recorded").asLong()).isEqualTo(truth.recorded());
    assertThat(figures.get("duplicates").asLong()).isEqualTo(truth.duplicates());
    assertThat(figures.get("rejected").asLong()).isEqualTo(truth.rejected());
    assertThat(figures.get("patients").asLong()).isEqualTo(truth.patients());
    assertThat(figures.get("acknowledged").asLong())
        .isEqualTo(truth.recorded() + truth.duplicates());
    assertThat(figures.get("p99Micros").asLong())
        .isGreaterThanOrEqualTo(figures.get("p50Micros").asLong())
        .isPositive();
    assertThat(demo.out()).contains("VERIFIED");
    assertThat(demo.err()).isEmpty();
    try (var files = Files.list(directory)) {
      assertThat(files.filter(Files::isDirectory)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(300)
  void takesItsMembersAlong(boolean killed) throws Exception {
    try (Program demo = Program.start(directory, "demo")) {
      await().atMost(Duration.ofMinutes(3)).until(() -> demo.children(" member").size() == 3);
      List<ProcessHandle> members = demo.children(" member");

      if (killed) {
        demo.kill();
      } else {
        demo.interrupt();
      }

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !demo.alive() && members.stream().noneMatch(ProcessHandle::isAlive));
    }
  }
}
