package dev.grains.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicCommandTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "heal",
        "import",
        "import a.csv b.csv",
        "import a.csv --store paper",
        "import a.csv --in-flight 0",
        "import a.csv --in-flight -1",
        "import a.csv --members -1",
        "import a.csv --delimiter ;;",
        "import a.csv --delimiter \"",
        "show",
        "show 1 --store postgres --url http://127.0.0.1/",
        "serve --port -1",
        "serve --port 65536",
        "demo --limit many",
        "demo --limit 1"
      })
  void saysTwoToWrongArguments(String arguments) {
    assertThat(ClinicCommand.run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(2);
  }

  @Test
  void saysTwoToPostgresWithoutAnAddress() {
    assertThat(ClinicCommand.run("show", "1", "--store", "postgres")).isEqualTo(2);
  }

  @Test
  void saysOneToALogThatIsNotThere() {
    assertThat(ClinicCommand.run("import", "no-such-log.csv")).isEqualTo(1);
  }

  @Test
  void saysOneWhereNoClusterRuns() {
    assertThat(ClinicCommand.run("cluster", "--data", "target/no-such-clinic")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "demo --help", "import -h"})
  void helps(String arguments) {
    assertThat(ClinicCommand.run(arguments.split(" "))).isZero();
  }

  @Test
  void saysTwoToAPatientThatNobodyCanBe() {
    assertThat(ClinicCommand.run("show", "")).isEqualTo(2);
  }

  @Test
  void neverOverwritesTheLogWithItsRejects(@TempDir Path directory) throws IOException {
    Path log = Files.writeString(directory.resolve("log.csv"), "id,days,name\n1,1,\n");

    int code =
        ClinicCommand.run(
            "import", log.toString(), "--rejects", directory.resolve("./log.csv").toString());

    assertThat(code).isEqualTo(1);
    assertThat(log).hasContent("id,days,name\n1,1,\n");
  }

  @Test
  void refusesOutputThatCannotBeWrittenBeforeTheWorkBegins(@TempDir Path directory) {
    String data = directory.resolve("data").toString();

    assertThat(ClinicCommand.run("stats", "--data", data, "--svg", directory.toString()))
        .isEqualTo(1);
    assertThat(ClinicCommand.run("stats", "--data", data, "--svg", directory + "/none/a.svg"))
        .isEqualTo(1);
    assertThat(Path.of(data)).doesNotExist();
  }
}
