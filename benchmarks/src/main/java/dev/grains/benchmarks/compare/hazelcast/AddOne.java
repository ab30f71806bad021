package dev.grains.benchmarks.compare.hazelcast;

import java.util.Map.Entry;

/** Adds one to the value of the entry, on the partition thread, here and on the backups. */
final class AddOne implements Ground {

  static final int CLASS_ID = 1;

  @Override
  public Long process(Entry<String, Long> entry) {
    return addOne(entry);
  }

  static Long addOne(Entry<String, Long> entry) {
    Long value = entry.getValue();
    Long next = value == null ? 1L : value + 1;
    entry.setValue(next);
    return next;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }
}
