package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LruHeapTests {

  private final LruHeap heap = new LruHeap();

  private List<Resident> add(int count) {
    List<Resident> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Resident resident = new Resident("r" + i);
      heap.add(resident);
      added.add(resident);
    }
    return added;
  }

  private List<Activation> drain() {
    List<Activation> order = new ArrayList<>();
    Activation least = heap.least();
    while (least != null) {
      order.add(least);
      heap.remove(least);
      least = heap.least();
    }
    return order;
  }

  @Test
  void anEmptyOneHasNoLeast() {
    assertThat(heap.least()).isNull();
    assertThat(heap.size()).isZero();
  }

  @Test
  void theLeastRecentlyUsedComesFirst() {
    List<Resident> residents = add(40);

    assertThat(drain()).isSortedAccordingTo((a, b) -> Long.compare(a.lastUsed(), b.lastUsed()));
    assertThat(heap.size()).isZero();
    assertThat(residents).allMatch(resident -> resident.heapIndex == -1);
  }

  @Test
  void usingOneMovesItBehindTheOthersWithoutTellingTheHeap() {
    List<Resident> residents = add(3);

    residents.get(0).used();

    assertThat(drain()).containsExactly(residents.get(1), residents.get(2), residents.get(0));
  }

  @Test
  void oneThatIsRemovedTwiceIsRemovedOnce() {
    List<Resident> residents = add(3);

    heap.remove(residents.get(1));
    heap.remove(residents.get(1));

    assertThat(drain()).containsExactly(residents.get(0), residents.get(2));
  }

  @Test
  void oneThatWasNeverAddedIsNotRemoved() {
    add(2);

    heap.remove(new Resident("stranger"));

    assertThat(heap.size()).isEqualTo(2);
  }

  @Test
  void theOrderHoldsWhateverComesAndGoes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Resident> residents = add(500);
    for (int i = 0; i < 5_000; i++) {
      Resident resident = residents.get(random.nextInt(residents.size()));
      switch (random.nextInt(3)) {
        case 0 -> resident.used();
        case 1 -> heap.remove(resident);
        default -> {
          if (resident.heapIndex < 0) {
            heap.add(resident);
          }
        }
      }
    }
    int size = (int) residents.stream().filter(resident -> resident.heapIndex >= 0).count();
    assertThat(heap.size()).as("seed %d", seed).isEqualTo(size);

    assertThat(drain())
        .as("seed %d", seed)
        .hasSize(size)
        .isSortedAccordingTo((a, b) -> Long.compare(a.lastUsed(), b.lastUsed()));
  }
}
