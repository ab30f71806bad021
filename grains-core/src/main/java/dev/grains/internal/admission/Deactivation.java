package dev.grains.internal.admission;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainId;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.commit.ReplicatedEntry;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the owner of a grain to let its activation leave memory. */
final class Deactivation
    implements EntryProcessor<Object, ReplicatedEntry, Object>,
        IdentifiedDataSerializable,
        HazelcastInstanceAware {

  /** The class id on the wire. */
  static final int CLASS_ID = 3;

  private @Nullable GrainId id;
  private transient @Nullable AdmissionDesk desk;

  /** For deserialization. */
  Deactivation() {}

  Deactivation(GrainId id) {
    this.id = id;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance hazelcast) {
    desk = (AdmissionDesk) hazelcast.getUserContext().get(AdmissionDesk.KEY);
  }

  @Override
  public @Nullable Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    AdmissionDesk.Open here = desk == null ? null : desk.current();
    GrainId grain = id;
    if (here != null && grain != null) {
      here.hosts().deactivate(grain);
    }
    return null;
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
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeString(id == null ? "" : id.type());
    out.writeString(id == null ? "" : id.key());
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    String type = in.readString();
    String key = in.readString();
    id = type == null || key == null || key.isEmpty() ? null : new GrainId(type, key);
  }
}
