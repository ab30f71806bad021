package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.DeactivationReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResidencyTests {

  private final List<Resident> residents = new ArrayList<>();

  private void add(Residency residency, int count) {
    for (int i = 0; i < count; i++) {
      Resident resident = new Resident("r" + residents.size());
      residents.add(resident);
      residency.added(resident);
    }
  }

  private long staying() {
    return residents.stream().filter(resident -> !resident.gone()).count();
  }

  @Nested
  class LeastRecentlyUsed {

    private final LruResidency residency = new LruResidency(3);

    @Test
    void theOldestLeavesForTheNewcomer() {
      add(residency, 3);
      residents.get(0).used();

      add(residency, 1);

      assertThat(residents.get(1).left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(staying()).isEqualTo(3);
    }

    @Test
    void oneWithWorkIsPassedOver() {
      add(residency, 3);
      residents.get(0).busy = true;

      add(residency, 1);

      assertThat(residents.get(0).gone()).isFalse();
      assertThat(residents.get(1).left).isEqualTo(DeactivationReason.EVICTED);
    }

    @Test
    void theBoundIsPassedOnlyWhileAllHaveWork() {
      add(residency, 3);
      residents.forEach(resident -> resident.busy = true);
      add(residency, 2);
      residents.forEach(resident -> resident.busy = true);
      assertThat(staying()).isEqualTo(5);

      Resident first = residents.get(2);
      Resident second = residents.get(4);
      first.busy = false;
      residency.rested(first);
      second.busy = false;
      residency.rested(second);
      Resident third = residents.get(1);
      third.busy = false;
      residency.rested(third);

      assertThat(first.left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(second.left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(third.gone()).as("there is room for three").isFalse();
    }

    @Test
    void theNewcomerIsNeverItsOwnVictim() {
      LruResidency one = new LruResidency(1);

      add(one, 5);

      assertThat(staying()).isOne();
      assertThat(residents.get(4).gone()).isFalse();
    }

    @Test
    void memoryPressureTakesTheColdestAndNoMoreThanWanted() {
      add(residency, 3);
      residents.get(0).used();

      residency.relieve(2);

      assertThat(residents.get(1).left).isEqualTo(DeactivationReason.MEMORY_PRESSURE);
      assertThat(residents.get(2).left).isEqualTo(DeactivationReason.MEMORY_PRESSURE);
      assertThat(residents.get(0).gone()).isFalse();
    }

    @Test
    void memoryPressureEndsWhenNobodyIsLeft() {
      add(residency, 2);

      residency.relieve(100);

      assertThat(staying()).isZero();
    }
  }

  @Nested
  class Adaptive {

    private final AdaptiveResidency residency = new AdaptiveResidency(10);

    @Test
    void theBoundHolds() {
      add(residency, 100);

      assertThat(staying()).isBetween(1L, 11L);
      assertThat(residents).filteredOn(Resident::gone).allMatch(this::wasEvicted);
    }

    private boolean wasEvicted(Resident resident) {
      return resident.left == DeactivationReason.EVICTED;
    }

    @Test
    void oneWithWorkLeavesWhenThatIsDone() {
      add(residency, 10);
      residents.forEach(resident -> resident.busy = true);
      add(residency, 10);
      Resident beyond =
          residents.stream().filter(resident -> resident.beyondBound).findFirst().orElseThrow();
      assertThat(beyond.gone()).isFalse();

      beyond.busy = false;
      residency.rested(beyond);

      assertThat(beyond.left).isEqualTo(DeactivationReason.EVICTED);
    }

    @Test
    void oneThatWasChosenAndIsUsedAgainStays() {
      add(residency, 10);
      residents.forEach(resident -> resident.busy = true);
      add(residency, 10);
      Resident beyond =
          residents.stream().filter(resident -> resident.beyondBound).findFirst().orElseThrow();

      beyond.beyondBound = true;
      residency.used(beyond);
      beyond.beyondBound = false;
      beyond.busy = false;
      residency.rested(beyond);

      assertThat(beyond.gone()).isFalse();
    }
  }
}
