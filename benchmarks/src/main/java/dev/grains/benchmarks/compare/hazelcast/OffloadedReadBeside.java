package dev.grains.benchmarks.compare.hazelcast;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.Offloadable;
import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Returns the counter beside the map, on an executor thread. */
final class OffloadedReadBeside implements Ground, Offloadable, ReadOnly, HazelcastInstanceAware {

  static final int CLASS_ID = 5;

  private transient @Nullable HazelcastInstance member;

  @Override
  public Long process(Entry<String, Long> entry) {
    return Beside.counter(requireNonNull(member), entry.getKey()).get();
  }

  @Override
  public @Nullable EntryProcessor<String, Long, Long> getBackupProcessor() {
    return null;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance instance) {
    member = instance;
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
