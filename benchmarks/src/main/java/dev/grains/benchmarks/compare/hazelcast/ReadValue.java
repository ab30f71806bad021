package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Returns the value of the entry, on the partition thread, without a lock. */
final class ReadValue implements Ground, ReadOnly {

  static final int CLASS_ID = 2;

  @Override
  public Long process(Entry<String, Long> entry) {
    Long value = entry.getValue();
    return value == null ? 0L : value;
  }

  @Override
  public @Nullable EntryProcessor<String, Long, Long> getBackupProcessor() {
    return null;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }
}
