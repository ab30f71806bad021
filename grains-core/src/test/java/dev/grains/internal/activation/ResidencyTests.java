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
      Resident third = residents.get(1);
      comesToRest(first);
      comesToRest(second);
      comesToRest(third);

      assertThat(first.left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(second.left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(third.gone()).as("there is room for three").isFalse();
    }

    private void fourWithWork() {
      for (int i = 0; i < 4; i++) {
        add(residency, 1);
        residents.get(i).busy = true;
      }
    }

    private void comesToRest(Resident resident) {
      resident.busy = false;
      residency.rested(resident);
    }

    @Test
    void ofTwoThatRestAtOnceOneLeavesIfThatIsEnough() {
      fourWithWork();
      residents.get(1).meanwhile = () -> comesToRest(residents.get(2));

      comesToRest(residents.get(1));

      assertThat(residents.get(1).left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(residents.get(2).gone()).as("there is room for three").isFalse();
    }

    @Test
    void whenTheFirstOfTwoThatRestGetsWorkTheOtherLeaves() {
      fourWithWork();
      Resident first = residents.get(1);
      first.meanwhile =
          () -> {
            comesToRest(residents.get(2));
            first.busy = true;
          };

      comesToRest(first);

      assertThat(first.gone()).isFalse();
      assertThat(residents.get(2).left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(staying()).isEqualTo(3);
    }

    @Test
    void oneThatRestsWhileAnotherIsTriedInVainLeaves() {
      add(residency, 3);
      residents.forEach(resident -> resident.busy = true);
      Resident last = residents.get(0);
      last.meanwhile =
          () -> {
            if (last.asked == 2) { // the search has been around all
              comesToRest(residents.get(1));
            }
          };

      add(residency, 1);

      assertThat(last.asked).isEqualTo(2);
      assertThat(residents.get(1).left).isEqualTo(DeactivationReason.EVICTED);
      assertThat(staying()).isEqualTo(3);
    }

    @Test
    void aNewcomerIsCountedWhileOthersAreLeaving() {
      fourWithWork();
      residents.get(1).meanwhile =
          () -> {
            comesToRest(residents.get(2));
            add(residency, 1);
          };

      comesToRest(residents.get(1));

      assertThat(residents.get(1).gone()).isTrue();
      assertThat(residents.get(2).gone()).isTrue();
      assertThat(staying()).isEqualTo(3);
    }

    @Test
    void oneThatHasLeftByItselfIsNotCountedTwice() {
      fourWithWork();
      Resident first = residents.get(1);
      first.meanwhile =
          () -> {
            first.left = DeactivationReason.IDLE;
            residency.removed(first);
          };
      comesToRest(first);
      residents.forEach(resident -> resident.busy = false);

      add(residency, 1);

      assertThat(staying()).isEqualTo(3);
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
    void oneWhoseWorkEndsJustAfterItIsAskedLeaves() {
      add(residency, 10);
      for (Resident resident : residents) {
        resident.busy = true;
        resident.whenStaying = () -> endWork(resident);
      }

      add(residency, 10);

      assertThat(residents).filteredOn(resident -> resident.asked > 1).isNotEmpty();
      assertThat(staying()).isLessThanOrEqualTo(10);
    }

    private void endWork(Resident resident) {
      if (resident.busy) {
        resident.busy = false;
        residency.rested(resident);
      }
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
