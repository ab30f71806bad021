package dev.grains.internal.admission;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.commit.ReplicatedEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes nothing on a backup: that it is acknowledged proves that everything sent before it has
 * arrived, because the operations of a partition keep their order. Sent to the owner it is a
 * barrier.
 */
final class BackupMark
    implements EntryProcessor<Object, ReplicatedEntry, Object>, IdentifiedDataSerializable {

  /** The class id on the wire. */
  static final int CLASS_ID = 2;

  static final BackupMark INSTANCE = new BackupMark();

  @Override
  public @Nullable Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    return null;
  }

  @Override
  public EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return INSTANCE;
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
