package dev.grains.clinic.files;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what belongs together and stands side by side; one group at a time is in memory.
 *
 * @param <T> the items
 * @param <V> what is kept of an item
 */
public final class Groups<T, V> implements Iterator<Group<V>> {

  private final Iterator<T> items;
  private final Function<T, String> key;
  private final Function<T, V> value;
  private @Nullable T first;

  /**
   * Groups items.
   *
   * @param items the items, those of a group side by side
   * @param key what the items of a group have in common
   * @param value what is kept of an item
   */
  public Groups(Iterator<T> items, Function<T, String> key, Function<T, V> value) {
    this.items = items;
    this.key = key;
    this.value = value;
    first = following();
  }

  private @Nullable T following() {
    return items.hasNext() ? items.next() : null;
  }

  @Override
  public boolean hasNext() {
    return first != null;
  }

  @Override
  public Group<V> next() {
    T item = first;
    if (item == null) {
      throw new NoSuchElementException();
    }
    String common = key.apply(item);
    Set<V> values = new HashSet<>();
    while (item != null && key.apply(item).equals(common)) {
      values.add(value.apply(item));
      item = following();
    }
    first = item;
    return new Group<>(common, values);
  }
}
