package dev.grains.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.internal.activation.Hosts;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // the hosts are only handed on
class AdmissionDeskTests {

  private static final InstantSource CLOCK = () -> Instant.EPOCH;

  private final AdmissionDesk desk = new AdmissionDesk();
  private final Hosts hosts = new Hosts(null, CLOCK, null, null, null, null, null, null);

  @Test
  void isClosedUntilARuntimeOpensIt() {
    assertThat(desk.taken()).isFalse();
    assertThat(desk.current()).isNull();
  }

  @Test
  void isOpenedByOneRuntimeAtATime() {
    assertThat(desk.open(hosts, CLOCK, AdmissionProbe.NONE)).isTrue();
    Hosts others = new Hosts(null, CLOCK, null, null, null, null, null, null);

    assertThat(desk.open(others, CLOCK, AdmissionProbe.NONE)).isFalse();

    assertThat(desk.taken()).isTrue();
    assertThat(desk.current()).extracting(AdmissionDesk.Open::hosts).isSameAs(hosts);
  }

  @Test
  void isFreeForTheNextOnceItIsClosed() {
    desk.open(hosts, CLOCK, AdmissionProbe.NONE);

    desk.close();

    assertThat(desk.taken()).isFalse();
    assertThat(desk.open(hosts, CLOCK, AdmissionProbe.NONE)).isTrue();
  }
}
