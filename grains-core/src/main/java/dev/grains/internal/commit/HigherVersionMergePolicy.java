package dev.grains.internal.commit;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;

/** After a split, the entry with more commits wins. */
public final class HigherVersionMergePolicy
    implements SplitBrainMergePolicy<
        ReplicatedEntry, MergingValue<ReplicatedEntry>, ReplicatedEntry> {

  @Override
  public @Nullable ReplicatedEntry merge(
      MergingValue<ReplicatedEntry> merging, @Nullable MergingValue<ReplicatedEntry> existing) {
    ReplicatedEntry ours = merging.getDeserializedValue();
    ReplicatedEntry theirs = existing == null ? null : existing.getDeserializedValue();
    return theirs == null || ours != null && ours.version() > theirs.version() ? ours : theirs;
  }

  @Override
  public void writeData(ObjectDataOutput out) {}

  @Override
  public void readData(ObjectDataInput in) {}
}
