package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTests {

  private final SettableClock clock = new SettableClock();

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(SettableClock.START).isEqualTo(clock.instant());
    assertThat(clock.millis()).isEqualTo(SettableClock.START.toEpochMilli());
  }

  @Test
  void startsWhereItIsTold() {
    Instant start = Instant.parse("1969-07-20T20:17:40Z");

    assertThat(new SettableClock(start).instant()).isEqualTo(start);
  }

  @Test
  void advancesByTheGivenTime() {
    Instant reached = clock.advance(Duration.ofMinutes(15));

    assertThat(reached).isEqualTo(SettableClock.START.plusSeconds(900)).isEqualTo(clock.instant());
  }

  @Test
  void refusesToAdvanceBackwards() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");

    assertThat(clock.instant()).isEqualTo(SettableClock.START);
  }

  @Test
  void goesBackWhenItIsSet() {
    Instant earlier = SettableClock.START.minusSeconds(1);

    clock.set(earlier);

    assertThat(clock.instant()).isEqualTo(earlier);
  }

  @Test
  void addsUpTheAdvancesOfSeveralThreads() {
    IntStream.range(0, 10_000).parallel().forEach(i -> clock.advance(Duration.ofMillis(1)));

    assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(10));
  }
}
