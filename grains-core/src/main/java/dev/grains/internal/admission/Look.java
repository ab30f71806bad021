package dev.grains.internal.admission;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainId;
import dev.grains.internal.activation.Seen;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.commit.ReplicatedEntry;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the owner of a grain what is in its memory. */
final class Look
    implements EntryProcessor<Object, ReplicatedEntry, Object>,
        ReadOnly,
        IdentifiedDataSerializable,
        HazelcastInstanceAware {

  /** The class id on the wire. */
  static final int CLASS_ID = 4;

  private String type = "";
  private String key = "";
  private boolean withState;
  private transient @Nullable AdmissionDesk desk;

  /** For deserialization. */
  Look() {}

  Look(GrainId id, boolean withState) {
    this.type = id.type();
    this.key = id.key();
    this.withState = withState;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance hazelcast) {
    desk = (AdmissionDesk) hazelcast.getUserContext().get(AdmissionDesk.KEY);
  }

  @Override
  public @Nullable Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    AdmissionDesk.Open here = desk == null ? null : desk.current();
    return here == null ? null : encode(here.hosts().look(new GrainId(type, key), withState));
  }

  @Override
  public @Nullable EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return null;
  }

  private static byte[] encode(Seen seen) {
    WireWriter out = new WireWriter();
    out.writeBoolean(seen.active());
    out.writeZigZag(seen.version());
    out.writeNullableString(seen.state());
    return out.toBytes();
  }

  static Seen decode(@Nullable Object result) {
    if (result == null) {
      return Seen.NOTHING;
    }
    WireReader in = new WireReader((byte[]) result);
    return new Seen(in.readBoolean(), in.readZigZag(), in.readNullableString());
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
    out.writeString(type);
    out.writeString(key);
    out.writeBoolean(withState);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    type = Objects.requireNonNullElse(in.readString(), "");
    key = Objects.requireNonNullElse(in.readString(), "");
    withState = in.readBoolean();
  }
}
