package dev.grains.clinic.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillingSortTests {

  private static final int ITEM = 10;
  private static final Comparator<Numbered> BY_KEY = Comparator.comparingInt(Numbered::key);

  @TempDir Path directory;

  private record Numbered(int key, int number) {}

  private static final class NumberedForm implements Form<Numbered> {

    @Override
    public void write(Numbered item, DataOutput out) throws IOException {
      out.writeInt(item.key);
      out.writeInt(item.number);
    }

    @Override
    public Numbered read(DataInput in) throws IOException {
      return new Numbered(in.readInt(), in.readInt());
    }

    @Override
    public int weight(Numbered item) {
      return ITEM;
    }
  }

  private SpillingSort<Numbered> sort(Path where, int itemsInMemory) {
    return new SpillingSort<>(
        BY_KEY, new NumberedForm(), new SpillSpace(where, (long) ITEM * itemsInMemory));
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
