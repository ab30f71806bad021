package dev.grains.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicCommandTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "heal", "import", "import a.csv --store paper", "show", "demo --limit many"})
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
}
