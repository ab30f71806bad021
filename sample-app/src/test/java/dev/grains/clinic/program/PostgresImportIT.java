package dev.grains.clinic.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.clinic.intake.Recount;
import dev.grains.jdbc.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PostgresImportIT {

  private static final long ROWS = 10_000;

  @TempDir Path directory;

  @Test
  @Timeout(400)
  void importsThroughTwoMembersAndRecordsNothingTheSecondTime() throws Exception {
    Recount truth = BundledLog.recount(ROWS);
    String log = BundledLog.write(directory, ROWS).toString();
    try (PostgresServer server = PostgresServer.start()) {
      String[] command = {
        "import", log, "--store", "postgres", "--url", server.url(), "--members", "1", "--json"
      };

      JsonNode first = Program.run(directory, command).json();
      JsonNode second = Program.run(directory, command).json();

      assertThat(first.get("recorded").asLong()).isEqualTo(truth.recorded());
      assertThat(first.get("duplicates").asLong()).isEqualTo(truth.duplicates());
      assertThat(first.get("rejected").asLong()).isEqualTo(truth.rejected());
      assertThat(first.get("verified").asBoolean()).isTrue();
      assertThat(second.get("recorded").asLong()).isZero();
      assertThat(second.get("duplicates").asLong())
          .isEqualTo(truth.recorded() + truth.duplicates());
      assertThat(second.get("verified").asBoolean()).isTrue();
    }
  }
}
