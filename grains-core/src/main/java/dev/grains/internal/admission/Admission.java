package dev.grains.internal.admission;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.BatchFormat;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.commit.ReplicatedEntry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entry processor that brings a batch to the activation of its grain. Runs inline on the
 * partition thread of the owner; Hazelcast sends it again when the owner moves or dies.
 *
 * <p>Its result is null for "accepted", or for an answer left in the batch when sender and owner
 * are the same JVM; else the encoded answer.
 */
final class Admission
    implements EntryProcessor<Object, ReplicatedEntry, Object>,
        IdentifiedDataSerializable,
        HazelcastInstanceAware {

  /** The class id on the wire. */
  static final int CLASS_ID = 1;

  private static final Logger log = LoggerFactory.getLogger(Admission.class);

  private @Nullable Batch batch;
  private @Nullable InstantSource clock;
  private byte @Nullable [] frame;
  private transient boolean written;
  private transient @Nullable AdmissionDesk desk;
  private transient @Nullable EntryProcessor<Object, ReplicatedEntry, Object> backup;

  /** For deserialization. */
  Admission() {}

  /**
   * Creates an admission.
   *
   * @param desk the desk of this JVM, where the admission arrives unless it is sent to another one
   */
  Admission(Batch batch, InstantSource clock, AdmissionDesk desk) {
    this.batch = batch;
    this.clock = clock;
    this.desk = desk;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance hazelcast) {
    if (desk == null) {
      desk = (AdmissionDesk) hazelcast.getUserContext().get(AdmissionDesk.KEY);
    }
  }

  @Override
  public byte @Nullable [] process(Map.Entry<Object, ReplicatedEntry> entry) {
    AdmissionDesk.Open here = desk == null ? null : desk.current();
    backup = null;
    if (here == null) {
      return AnswerFormat.encode(desk == null ? Answer.Status.NOT_HOSTED : Answer.Status.MOVED);
    }
    try {
      Batch arrived = arrived(here);
      Answer answer = admit(arrived, entry, here);
      if (here.probe().repeats(arrived)) {
        answer = admit(arrived, entry, here);
      }
      return result(arrived, answer);
    } catch (WireFormatException unreadable) {
      log.warn("a batch that cannot be read was refused: {}", unreadable.getMessage());
      return AnswerFormat.encode(Answer.Status.UNREADABLE);
    }
  }

  private Batch arrived(AdmissionDesk.Open here) {
    byte[] bytes = frame;
    if (bytes != null) {
      return BatchFormat.decode(bytes, here.clock());
    }
    Batch local = batch;
    if (local == null) {
      throw new WireFormatException("an admission without a batch arrived");
    }
    return local;
  }

  private Answer admit(
      Batch arrived, Map.Entry<Object, ReplicatedEntry> entry, AdmissionDesk.Open here) {
    arrived.answer(null);
    arrived.onAcknowledged(null);
    AdmittedEntry state = new AdmittedEntry(entry, backup);
    Answer answer = here.hosts().admit(arrived, state);
    backup = state.backup();
    return answer;
  }

  private static byte @Nullable [] result(Batch arrived, Answer answer) {
    if (arrived.origin() != null) {
      arrived.answer(answer);
      return null;
    }
    return answer == Answer.Status.ACCEPTED ? null : AnswerFormat.encode(answer);
  }

  @Override
  public @Nullable EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return backup;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.FACTORY_ID;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }

  /**
   * Writes the batch. Hazelcast writes it anew for each attempt to send it: what it writes a second
   * time may have arrived the first time.
   */
  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    Batch local = batch;
    InstantSource source = clock;
    byte[] bytes = frame;
    if (local != null && source != null) {
      if (written) {
        local.repeat();
      }
      bytes = BatchFormat.encode(local, source);
    } else if (written && bytes != null) {
      bytes = BatchFormat.repeated(bytes);
    }
    written = true;
    out.writeByteArray(bytes);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    frame = in.readByteArray();
  }
}
