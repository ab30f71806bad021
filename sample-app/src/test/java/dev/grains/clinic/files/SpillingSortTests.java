package dev.grains.clinic.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;

class SpillingSortTests {

  private static final int ITEM = 10;
  private static final Comparator<Numbered> BY_KEY = Comparator.comparingInt(Numbered::key);

  @TempDir Path directory;

  private record Numbered(int key, int number) {}

  private record Text(String text) {}

  private record Secret(int number) {

    @Override
    public int number() {
      throw new IllegalStateException("nobody reads this");
    }
  }

  private SpillingSort<Numbered> sort(Path where, int itemsInMemory) {
    return sort(Numbered.class, BY_KEY, where, itemsInMemory);
  }

  private static <T> SpillingSort<T> sort(
      Class<T> type, Comparator<T> order, Path where, int itemsInMemory) {
    return new SpillingSort<>(
        type, item -> ITEM, order, new SpillSpace(where, (long) ITEM * itemsInMemory));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 4_999, 5_000, 10_000})
  void keepsEqualItemsAsTheyCame(int itemsInMemory) {
    Random random = new Random(itemsInMemory);
    List<Numbered> items = new ArrayList<>();
    for (int number = 0; number < 5_000; number++) {
      items.add(new Numbered(random.nextInt(50), number));
    }

    try (SpillingSort<Numbered> sort = sort(directory, itemsInMemory)) {
      items.forEach(sort::add);

      items.sort(BY_KEY);
      assertThat(sort).containsExactlyElementsOf(items);
      assertThat(sort).as("once more").containsExactlyElementsOf(items);
      assertThat(sort.size()).isEqualTo(5_000);
    }
  }

  @Test
  void mergesFilesBeforeThereAreTooMany() {
    try (SpillingSort<Numbered> sort = sort(directory, 1)) {
      for (int number = 0; number < 20_000; number++) {
        sort.add(new Numbered(-number, number));
      }

      assertThat(sort.files()).isBetween(2, 100);
      assertThat(sort).first().isEqualTo(new Numbered(-19_999, 19_999));
    }
  }

  @Test
  void takesMoreAfterItWasRead() {
    try (SpillingSort<Numbered> sort = sort(directory, 2)) {
      for (int number = 0; number < 5; number++) {
        sort.add(new Numbered(5, number));
      }
      assertThat(sort).hasSize(5);

      sort.add(new Numbered(1, 5));

      assertThat(sort).extracting(Numbered::number).containsExactly(5, 0, 1, 2, 3, 4);
    }
  }

  @Test
  void leavesNoFileThatAKillCouldLeaveBehind() throws IOException {
    try (SpillingSort<Numbered> sort = sort(directory, 1)) {
      sort.add(new Numbered(1, 1));
      sort.add(new Numbered(2, 2));
      sort.add(new Numbered(3, 3));

      assertThat(sort.files()).isPositive();
      try (var files = Files.list(directory)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void saysWhereThereIsNoRoom() {
    Path none = directory.resolve("none");
    try (SpillingSort<Numbered> sort = sort(none, 1)) {
      sort.add(new Numbered(1, 1));

      assertThatExceptionOfType(SpillFailure.class)
          .isThrownBy(() -> sort.add(new Numbered(2, 2)))
          .withMessage(
              "what does not fit into memory cannot be kept in "
                  + none
                  + ": it, or its directory, does not exist;"
                  + " make room there, or name another directory with --temp");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void saysWhyAFileCannotBeWritten(int length) {
    Text item = new Text("x".repeat(length));
    try (SpillingSort<Text> sort =
        sort(Text.class, Comparator.comparing(Text::text), directory, 1)) {
      sort.add(item);

      Thread.currentThread().interrupt();

      assertThatItsFileIsClosed(() -> sort.add(item));
    }
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    Text item = new Text("x".repeat(100_000));
    try (SpillingSort<Text> sort =
        sort(Text.class, Comparator.comparing(Text::text), directory, 1)) {
      sort.add(item);
      sort.add(item);
      Iterator<Text> items = sort.iterator();

      Thread.currentThread().interrupt();

      assertThatItsFileIsClosed(items::next);
    }
  }

  private void assertThatItsFileIsClosed(ThrowingCallable use) {
    try {
      assertThatExceptionOfType(SpillFailure.class)
          .isThrownBy(use)
          .withMessageContaining("cannot be kept in " + directory + ": ")
          .withCauseInstanceOf(ClosedByInterruptException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void doesNotBlameFilesForItems() {
    try (SpillingSort<Secret> sort =
        sort(Secret.class, Comparator.comparing(Secret::hashCode), directory, 1)) {
      sort.add(new Secret(1));

      assertThatExceptionOfType(DatabindException.class)
          .isThrownBy(() -> sort.add(new Secret(2)))
          .withMessageContaining("nobody reads this");
    }
  }

  @Test
  void bringsTogetherWhatStandsSideBySide() {
    List<Numbered> items =
        List.of(new Numbered(1, 1), new Numbered(1, 2), new Numbered(2, 1), new Numbered(2, 1));

    Groups<Numbered, Integer> groups =
        new Groups<>(items.iterator(), item -> "" + item.key, Numbered::number);

    assertThat(groups)
        .toIterable()
        .containsExactly(new Group<>("1", Set.of(1, 2)), new Group<>("2", Set.of(1)));
  }
}
