package dev.grains.internal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a member, for a client, whether a type has been set up in the cluster. */
final class Hosted
    implements EntryProcessor<Object, Object, Object>,
        ReadOnly,
        IdentifiedDataSerializable,
        HazelcastInstanceAware {

  /** The class id on the wire. */
  static final int CLASS_ID = 20;

  private String type;
  private transient @Nullable HazelcastInstance member;

  Hosted(String type) {
    this.type = type;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance hazelcast) {
    member = hazelcast;
  }

  @Override
  public Object process(Map.Entry<Object, Object> entry) {
    HazelcastInstance here = member;
    return here != null && TypeMaps.known(here, type);
  }

  @Override
  public @Nullable EntryProcessor<Object, Object, Object> getBackupProcessor() {
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
    out.writeString(type);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    type = Objects.requireNonNullElse(in.readString(), "");
  }
}
