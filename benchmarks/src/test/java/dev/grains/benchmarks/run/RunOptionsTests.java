package dev.grains.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.benchmarks.process.JvmCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTests {

  @Test
  void takesEverybodyButVariantsWithoutNames() {
    assertThat(RunOptions.parse(List.of()).entrants())
        .extracting(Entrant::id)
        .contains("grains", "grains-field", "hazelcast", "pekko", "axon4", "axon5", "plain-lock")
        .doesNotContain("hazelcast-submit", "grains-replicated-blocking");
  }

  @Test
  void takesVariantsWhenAsked() {
    assertThat(RunOptions.parse(List.of("--variants")).entrants()).isEqualTo(Entrants.ALL);
  }

  @Test
  void takesLibraryWithItsVariants() {
    assertThat(RunOptions.parse(List.of("pekko")).entrants())
        .extracting(Entrant::id)
        .containsExactly("pekko", "pekko-jdbc");
  }

  @Test
  void leavesVariantsOutWhenQuick() {
    assertThat(RunOptions.parse(List.of("--quick")).entrants())
        .extracting(Entrant::id)
        .contains("grains", "pekko-jdbc", "axon4", "axon5", "plain")
        .doesNotContain("hazelcast-submit", "plain-lock");
  }

  @Test
  void takesOneVariant() {
    assertThat(RunOptions.parse(List.of("pekko-jdbc", "plain-lock")).entrants())
        .extracting(Entrant::id)
        .containsExactly("pekko-jdbc", "plain-lock");
  }

  @Test
  void refusesUnknownName() {
    assertThatThrownBy(() -> RunOptions.parse(List.of("orleans")))
        .hasMessageStartingWith("orleans is none of grains, ");
  }

  @Test
  void changesThePace() {
    RunOptions options =
        RunOptions.parse(List.of("--rounds", "7", "--seconds", "0.5", "--warmup", "2"));

    assertThat(options.pace())
        .isEqualTo(new Pace(7, Duration.ofSeconds(2), Pace.FULL.settle(), Duration.ofMillis(500)));
  }

  @Test
  void addsFlagsToThoseOfEveryMeasuredJvm() {
    assertThat(RunOptions.parse(List.of("--jvm", "-Xlog:gc", "pekko")).jvmFlags())
        .containsAll(JvmCommand.MEASURED_FLAGS)
        .endsWith("-Xlog:gc");
  }
}
