package dev.grains.clinic.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.files.SpillingSort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was told of patients comes back from files as it went there. */
class SpilledFactsTests {

  @TempDir Path directory;

  private void comesBack(PatientFact fact) {
    try (SpillingSort<PatientFact> sort =
        new SpillingSort<>(
            PatientFact.class,
            PatientFact::weight,
            Comparator.comparing(PatientFact::patient),
            new SpillSpace(directory, 0))) {
      sort.add(fact);

      assertThat(sort).singleElement().isEqualTo(fact).as("read from a file").isNotSameAs(fact);
    }
  }

  private void comesBack(Enrolment enrolment) {
    try (SpillingSort<Enrolment> sort =
        new SpillingSort<>(
            Enrolment.class,
            Enrolment::weight,
            Comparator.comparing(Enrolment::registry),
            new SpillSpace(directory, 0))) {
      sort.add(enrolment);

      assertThat(sort)
          .singleElement()
          .isEqualTo(enrolment)
          .as("read from a file")
          .isNotSameAs(enrolment);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      doubles = {
        -0.0,
        1.0 / 3,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY
      })
  void keepValues(Double value) {
    comesBack(new PatientFact("1", new Fact(Instant.EPOCH, "lab", "hdl", value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "-0004-02-29T23:59:59.000000001Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void keepTimes(String at) {
    comesBack(new PatientFact("1", new Fact(Instant.parse(at), "event", "stroke", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "\"quoted\", 'so', \\ and so",
        "a\nb\r\nc\td\u0000\u001f",
        "\u00e9\u20ac\u2028\uffff\ud83d\ude00"
      })
  void keepTexts(String text) {
    comesBack(new PatientFact(text, new Fact(Instant.EPOCH, text, text, null)));
    comesBack(new Enrolment(text, text));
  }
}
