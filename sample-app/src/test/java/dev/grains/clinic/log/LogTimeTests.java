package dev.grains.clinic.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTests {

  @ParameterizedTest
  @CsvSource({
    "2011-10-01T00:38:44.546+02:00, 2011-09-30T22:38:44.546Z",
    "2011-10-01 00:38:44.546000+02:00, 2011-09-30T22:38:44.546Z",
    "2011-10-01T00:38:44+0200, 2011-09-30T22:38:44Z",
    "2011-10-01T00:38:44-03, 2011-10-01T03:38:44Z",
    "2011-10-01T00:38:44Z, 2011-10-01T00:38:44Z",
    "2011-10-01t00:38:44z, 2011-10-01T00:38:44Z",
    "2011-10-01T00:38:44, 2011-10-01T00:38:44Z",
    "2011-10-01 00:38:44, 2011-10-01T00:38:44Z",
    "2011-10-01 00:38, 2011-10-01T00:38:00Z",
    "2011-10-01, 2011-10-01T00:00:00Z",
    "0, 2000-01-01T00:00:00Z",
    "-459, 1998-09-29T00:00:00Z",
    "+366, 2001-01-01T00:00:00Z"
  })
  void readsTimesAsLogsWriteThem(String text, Instant time) {
    assertThat(LogTime.parse(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2011-13-01",
        "2011-02-30",
        "2011-10-01T",
        "2011-10-01T25:00",
        "2011-10-0112:00:00",
        "01.10.2011",
        "1.5",
        "1317422324546"
      })
  void knowsWhatIsNoTime(String text) {
    assertThat(LogTime.parse(text)).isNull();
  }
}
