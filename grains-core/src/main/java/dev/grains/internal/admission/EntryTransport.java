package dev.grains.internal.admission;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.activation.Seen;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Target;
import dev.grains.internal.call.Transport;
import dev.grains.internal.cluster.Cluster;
import dev.grains.internal.cluster.EntrySender;
import dev.grains.internal.cluster.SendFailures;
import dev.grains.internal.cluster.WireKey;
import dev.grains.internal.codec.WireFormatException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries batches to the owners of grains as entry processors. The door of this package. */
public final class EntryTransport implements Transport {

  private final Cluster cluster;
  private final InstantSource clock;
  private final AdmissionDesk desk;
  private final ConcurrentHashMap<String, EntrySender> senders = new ConcurrentHashMap<>();

  /**
   * Creates a transport.
   *
   * @param desk where the admissions for grains of this JVM arrive
   */
  public EntryTransport(Cluster cluster, InstantSource clock, AdmissionDesk desk) {
    this.cluster = cluster;
    this.clock = clock;
    this.desk = desk;
  }

  /** The classes of this package that Hazelcast sends. */
  public static Map<Integer, Supplier<IdentifiedDataSerializable>> wireClasses() {
    return Map.of(
        Admission.CLASS_ID, Admission::new,
        BackupMark.CLASS_ID, BackupMark::new,
        Deactivation.CLASS_ID, Deactivation::new,
        Look.CLASS_ID, Look::new);
  }

  /** The sender for the grains of a type that is hosted here. */
  public EntrySender sender(String type) {
    EntrySender sender = senders.get(type);
    return sender != null ? sender : senders.computeIfAbsent(type, cluster::sender);
  }

  /** The sender for a grain; fails if no member has ever hosted the type. */
  private EntrySender sender(GrainId id) {
    EntrySender sender = senders.get(id.type());
    return sender != null ? sender : newSender(id);
  }

  private EntrySender newSender(GrainId id) {
    boolean hosted;
    try {
      hosted = cluster.hosted(id.type(), id.key());
    } catch (RuntimeException failure) {
      throw notAsked(id, failure);
    }
    if (!hosted) {
      throw new GrainUnavailableException(
          "nothing was sent to "
              + id
              + ": no member of the cluster hosts the type '"
              + id.type()
              + "'; start a member that registers it, or check the name in @Grain");
    }
    return sender(id.type());
  }

  @Override
  public Target target(GrainId id) {
    WireKey key = sender(id).wireKey(id.key());
    return new Target(key.partition(), key);
  }

  @Override
  public boolean local(int partition) {
    return cluster.partitions().local(partition);
  }

  @Override
  public boolean settled(int partition) {
    return cluster.partitions().settled(partition);
  }

  @Override
  public void send(Target target, Batch batch, Listener listener) {
    Admission admission = new Admission(batch, clock, desk);
    sender(batch.id())
        .send(
            (WireKey) target.key(),
            admission,
            (result, failure) -> arrived(batch, result, failure, listener));
  }

  private void arrived(
      Batch batch, @Nullable Object result, @Nullable Throwable failure, Listener listener) {
    if (failure != null && SendFailures.notTaken(failure)) {
      listener.refused(failure);
      return;
    }
    if (failure != null) {
      boolean down = SendFailures.shutDown(failure) && !cluster.running();
      listener.failed(
          failure,
          SendFailures.notDone(failure) && !batch.repeated(),
          !down && !SendFailures.hopeless(failure));
      return;
    }
    Answer inPlace = batch.answer();
    if (inPlace != null) {
      batch.acknowledged();
      listener.answered(inPlace);
    } else if (result == null) {
      listener.answered(Answer.Status.ACCEPTED);
    } else {
      answered((byte[]) result, listener);
    }
  }

  private static void answered(byte[] result, Listener listener) {
    Answer answer;
    try {
      answer = AnswerFormat.decode(result);
    } catch (WireFormatException unreadable) {
      listener.failed(unreadable, false, true);
      return;
    }
    listener.answered(answer);
  }

  /** Asks the owner of a grain to let it leave memory. */
  public CompletionStage<Void> deactivate(GrainId id) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    EntrySender sender;
    try {
      sender = sender(id);
    } catch (GrainUnavailableException notHosted) {
      return CompletableFuture.failedFuture(notHosted);
    }
    sender.send(
        id.key(),
        new Deactivation(id),
        (result, failure) -> {
          if (failure == null) {
            done.complete(null);
          } else {
            done.completeExceptionally(notAsked(id, failure));
          }
        });
    return done;
  }

  /** Asks the owner of a grain what is in its memory. */
  public CompletionStage<Seen> look(GrainId id, boolean withState) {
    CompletableFuture<Seen> seen = new CompletableFuture<>();
    EntrySender sender;
    try {
      sender = sender(id);
    } catch (GrainUnavailableException notHosted) {
      return CompletableFuture.failedFuture(notHosted);
    }
    sender.send(
        id.key(),
        new Look(id, withState),
        (result, failure) -> {
          if (failure == null) {
            seen.complete(Look.decode(result));
          } else {
            seen.completeExceptionally(notAsked(id, failure));
          }
        });
    return seen;
  }

  private static GrainUnavailableException notAsked(GrainId id, Throwable failure) {
    return new GrainUnavailableException(
        "the owner of " + id + " could not be asked: " + failure.getMessage() + "; ask again later",
        failure);
  }

  /**
   * Runs an action once the backups of a grain that is hosted here have what was written before.
   */
  public void barrier(GrainId id, Runnable then) {
    sender(id.type()).send(id.key(), new BackupMark(), (result, failure) -> then.run());
  }
}
