package dev.grains.clinic.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTests {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "a\u0000b", "\ud800"})
  void refusesANameThatIsNone(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observation.of(Instant.EPOCH, "lab", name, 1.0))
        .withMessageStartingWith("the name of an observation");
  }

  @Test
  void refusesANameThatNobodyCanRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observation.of(Instant.EPOCH, "lab", "x".repeat(201), 1.0))
        .withMessage("the name of an observation has 201 characters, at most 200 are kept");
  }

  @Test
  void takesNamesOfAllLanguages() {
    assertThatNoException()
        .isThrownBy(() -> Observation.of(Instant.EPOCH, "labor", "Größe 身長 \ud83d\ude00", 1.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAValueThatIsNoNumber(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observation.of(Instant.EPOCH, "lab", "hdl", value))
        .withMessage("a value must be a finite number, was " + value);
  }

  @Test
  void refusesAttributesThatAreNoText() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Observation(Instant.EPOCH, "lab", "hdl", 1.0, Map.of("ward", "\u0000")))
        .withMessage("attribute 'ward' contains characters that are no text");
  }
}
