package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.core.Offloadable;
import java.util.Map.Entry;

/** Adds one to the value of the entry on an executor thread, under the lock of the key. */
final class OffloadedAddOne implements Ground, Offloadable {

  static final int CLASS_ID = 3;

  @Override
  public Long process(Entry<String, Long> entry) {
    return AddOne.addOne(entry);
  }

  @Override
  public String getExecutorName() {
    return OFFLOADABLE_EXECUTOR;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }
}
