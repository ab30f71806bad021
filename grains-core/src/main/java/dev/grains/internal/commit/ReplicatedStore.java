package dev.grains.internal.commit;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainCallException;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.internal.cluster.EntrySender;
import dev.grains.internal.cluster.SendFailures;
import dev.grains.internal.codec.Codecs;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps grains in the memory of the cluster, with synchronous backups. Thread-safe. */
public final class ReplicatedStore implements GrainStore {

  private static final long LOAD_SECONDS = 30;

  /**
   * After this a commit counts as unknown, so that one lost partition does not hold up the rest.
   */
  private static final long COMMIT_SECONDS = 5;

  private final Function<String, EntrySender> senders;
  private final Codecs codecs;
  private final InstantSource clock;
  private final Map<String, Replication> replications = new ConcurrentHashMap<>();

  public ReplicatedStore(
      Function<String, EntrySender> senders, Codecs codecs, InstantSource clock) {
    this.senders = senders;
    this.codecs = codecs;
    this.clock = clock;
  }

  /** The classes of this package that Hazelcast sends. */
  public static Map<Integer, Supplier<IdentifiedDataSerializable>> wireClasses() {
    return Map.of(
        ReplicatedEntry.CLASS_ID, ReplicatedEntry::new,
        ReplicaDelta.CLASS_ID, ReplicaDelta::new,
        CommitEntry.CLASS_ID, CommitEntry::new,
        ReadEntry.CLASS_ID, ReadEntry::new);
  }

  @Override
  public void register(GrainType type) {
    Type state = type.stateType();
    Type event = type.eventType();
    if (state == null) {
      throw new GrainDefinitionException(
          "the type '" + type.name() + "' is plain and has nothing to keep in cluster memory");
    }
    String of = type.grainClass().getName();
    replications.put(
        type.name(),
        new Replication(
            codecs.codec(state, "the state of " + of),
            event == null ? null : codecs.codec(event, "the events of " + of)));
  }

  /** How the grains of a registered type are encoded. */
  public Replication replication(String type) {
    Replication replication = replications.get(type);
    if (replication == null) {
      throw new IllegalStateException("type '" + type + "' is not registered");
    }
    return replication;
  }

  @Override
  public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
    return replication(type.name()).grain(read(id), id.toString(), fold, clock.millis());
  }

  private @Nullable ReplicatedEntry read(GrainId id) {
    EntrySender sender = senders.apply(id.type());
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    sender.send(
        id.key(),
        new ReadEntry(),
        (result, failure) -> {
          if (failure == null) {
            answer.complete(result);
          } else {
            answer.completeExceptionally(failure);
          }
        });
    try {
      Object bytes = answer.get(LOAD_SECONDS, TimeUnit.SECONDS);
      return bytes == null ? null : ReplicatedEntry.decode((byte[]) bytes);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while loading " + id, interrupted);
    } catch (ExecutionException | TimeoutException unreachable) {
      throw new StoreUnavailableException(
          "the cluster could not be asked for " + id + ": " + unreachable, unreachable);
    }
  }

  @Override
  public List<CommitResult> commit(List<Commit> commits) {
    List<CompletableFuture<CommitResult>> answers = new ArrayList<>(commits.size());
    for (Commit commit : commits) {
      answers.add(send(commit));
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(COMMIT_SECONDS);
    List<CommitResult> results = new ArrayList<>(commits.size());
    for (CompletableFuture<CommitResult> answer : answers) {
      results.add(await(answer, end));
    }
    return results;
  }

  private CompletableFuture<CommitResult> send(Commit commit) {
    CompletableFuture<CommitResult> answer = new CompletableFuture<>();
    ReplicaDelta delta;
    try {
      delta = replication(commit.type().name()).delta(commit);
    } catch (RuntimeException unencodable) {
      answer.complete(
          new CommitResult.Rejected(
              new GrainCallException(
                  unencodable.getClass().getName(),
                  "what " + commit.id() + " wrote cannot be encoded: " + unencodable.getMessage(),
                  unencodable)));
      return answer;
    }
    EntrySender sender = senders.apply(commit.id().type());
    sender.send(
        commit.id().key(),
        new CommitEntry(delta),
        (fitted, failure) -> answer.complete(result(fitted, failure)));
    return answer;
  }

  private static CommitResult result(@Nullable Object fitted, @Nullable Throwable failure) {
    if (failure == null) {
      return Boolean.TRUE.equals(fitted)
          ? CommitResult.Committed.INSTANCE
          : CommitResult.Conflict.INSTANCE;
    }
    return SendFailures.notDone(failure)
        ? new CommitResult.Unavailable(failure)
        : new CommitResult.Unknown(failure);
  }

  private static CommitResult await(CompletableFuture<CommitResult> answer, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new CommitResult.Unknown(interrupted);
    } catch (ExecutionException | TimeoutException lost) {
      return new CommitResult.Unknown(lost);
    }
  }

  @Override
  public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
    return lookups.stream().map(this::replies).toList();
  }

  private List<KeyedReply> replies(ReplyLookup lookup) {
    ReplicatedEntry entry = read(lookup.id());
    if (entry == null) {
      return List.of();
    }
    long now = clock.millis();
    return lookup.keys().stream()
        .map(key -> entry.reply(key, now))
        .filter(Objects::nonNull)
        .toList();
  }
}
