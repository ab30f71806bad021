package dev.grains.internal.commit;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.internal.cluster.WireFactory;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compare-and-set of a commit on the owner of the entry; inline, without code of the user. */
final class CommitEntry
    implements EntryProcessor<Object, ReplicatedEntry, Object>, IdentifiedDataSerializable {

  /** The class id on the wire. */
  static final int CLASS_ID = 12;

  private ReplicaDelta delta;
  private transient boolean committed;

  /** For deserialization. */
  CommitEntry() {
    this(new ReplicaDelta());
  }

  CommitEntry(ReplicaDelta delta) {
    this.delta = delta;
  }

  /** Returns whether the entry fitted and was changed. */
  @Override
  public Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    ReplicatedEntry old = entry.getValue();
    committed = delta.fits(old);
    if (committed) {
      entry.setValue(delta.apply(old));
    }
    return committed;
  }

  @Override
  public @Nullable EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return committed ? delta : null;
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
    delta.writeData(out);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    delta.readData(in);
  }
}
