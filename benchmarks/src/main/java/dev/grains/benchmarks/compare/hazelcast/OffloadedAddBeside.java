package dev.grains.benchmarks.compare.hazelcast;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.Offloadable;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Uses the lock of the key and leaves the entry alone: the counter is beside the map. */
final class OffloadedAddBeside implements Ground, Offloadable, HazelcastInstanceAware {

  static final int CLASS_ID = 4;

  private transient @Nullable HazelcastInstance member;

  @Override
  public Long process(Entry<String, Long> entry) {
    return Beside.counter(requireNonNull(member), entry.getKey()).incrementAndGet();
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
