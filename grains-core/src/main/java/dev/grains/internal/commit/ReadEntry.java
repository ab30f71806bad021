package dev.grains.internal.commit;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.internal.cluster.WireFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an entry on its owner, in order with the commits. */
final class ReadEntry
    implements EntryProcessor<Object, ReplicatedEntry, Object>,
        ReadOnly,
        IdentifiedDataSerializable {

  /** The class id on the wire. */
  static final int CLASS_ID = 13;

  @Override
  public @Nullable Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    ReplicatedEntry value = entry.getValue();
    return value == null ? null : value.encode();
  }

  @Override
  public @Nullable EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return null;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.FACTORY_ID;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }

  @Override
  public void writeData(ObjectDataOutput out) {}

  @Override
  public void readData(ObjectDataInput in) {}
}
