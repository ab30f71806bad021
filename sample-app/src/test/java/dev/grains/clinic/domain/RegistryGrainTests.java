package dev.grains.clinic.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.test.GrainFixture;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistryGrainTests {

  private final GrainFixture<Registry, Register, Enrolled> registry =
      GrainFixture.eventSourced(Registry.class, RegistryGrain::new).key("diagnosis:stroke");

  @Test
  void countsAPatientOnce() {
    registry
        .whenVoid(grain -> grain.enrol("1"))
        .thenEvents(new Enrolled("1"))
        .and()
        .whenVoid(grain -> grain.enrol("1"))
        .thenNoEvents()
        .and()
        .whenVoid(grain -> grain.enrol("2"))
        .thenEvents(new Enrolled("2"))
        .and()
        .when(Registry::count)
        .thenReply(2);
  }

  @Test
  void showsEveryPatientOnOnePage() {
    Enrolled[] patients =
        IntStream.range(0, 500)
            .mapToObj(id -> new Enrolled(String.valueOf(id)))
            .toArray(Enrolled[]::new);

    registry.given(patients);

    Set<String> shown = new HashSet<>();
    for (int page = 0; page < Registry.PAGES; page++) {
      int number = page;
      registry
          .whenAsync(grain -> grain.patients(number))
          .thenReplySatisfies(patientsOfPage -> shown.addAll(patientsOfPage));
    }
    assertThat(shown).hasSize(500);
  }

  @Test
  void spreadsPatientsOverPartsAndPages() {
    long keys =
        IntStream.range(0, 16_000)
            .mapToObj(id -> Registry.ofEveryone(String.valueOf(id)))
            .distinct()
            .count();
    Register register = Register.EMPTY;
    for (int id = 0; id < 2_000; id++) {
      register = register.with(String.valueOf(id));
    }

    assertThat(keys).isEqualTo(Registry.PARTS);
    assertThat(register.pages()).noneMatch(page -> page.size() > 300);
    assertThat(register.size()).isEqualTo(2_000);
  }
}
