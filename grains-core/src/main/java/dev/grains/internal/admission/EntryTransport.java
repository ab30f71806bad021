package dev.grains.internal.admission;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.activation.Seen;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Target;
import dev.grains.internal.call.Transport;
import dev.grains.internal.cluster.Cluster;
import dev.grains.internal.cluster.EntrySender;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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
    EntrySender sender = sender(id);
    return new EntryTarget(sender, sender.wireKey(id.key()), this);
  }

  @Override
  public boolean local(int partition) {
    return cluster.partitions().local(partition);
  }

  @Override
  public boolean settled(int partition) {
    return cluster.partitions().settled(partition);
  }

  Admission admission(Batch batch) {
    return new Admission(batch, clock, desk);
  }

  boolean running() {
    return cluster.running();
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
