package dev.grains.guarantees;

import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import dev.grains.spi.Receipt;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store in memory that goes wrong as told, one group of commits after the other. */
final class FaultyStore implements GrainStore {

  /** What happens to a group of commits; the function stores one of them. */
  interface Fault {
    List<CommitResult> commit(List<Commit> commits, Function<Commit, CommitResult> store);
  }

  /** Stops commits until it is opened. */
  static final class Barrier implements Fault {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public List<CommitResult> commit(List<Commit> commits, Function<Commit, CommitResult> store) {
      return then((waiting, inner) -> waiting.stream().map(inner).toList()).commit(commits, store);
    }

    /** Holds commits up before another fault decides what becomes of them. */
    Fault then(Fault next) {
      return (commits, store) -> {
        reached.countDown();
        await(open);
        return next.commit(commits, store);
      };
    }

    void awaitReached() {
      await(reached);
    }

    void open() {
      open.countDown();
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(30, TimeUnit.SECONDS)) {
          throw new AssertionError("a barrier was not opened in time");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private record Kept(
      long version, List<Object> events, Map<String, KeyedReply> replies, List<Receipt> receipts) {
    static final Kept NONE = new Kept(0, List.of(), Map.of(), List.of());
  }

  final Queue<Fault> commitFaults = new ConcurrentLinkedQueue<>();
  final Queue<RuntimeException> loadFailures = new ConcurrentLinkedQueue<>();
  final List<List<Commit>> groups = new CopyOnWriteArrayList<>();
  final List<List<Set<String>>> looks = new CopyOnWriteArrayList<>();
  volatile boolean out;

  /** Called inside each load, before it reads; may wait or throw. */
  volatile Consumer<GrainId> beforeLoad = id -> {};

  /** Called inside each look for the reply to a key, before it reads; may wait or throw. */
  volatile Consumer<String> beforeReply = key -> {};

  private final Map<GrainId, Kept> kept = new HashMap<>();

  static Fault conflict() {
    return (commits, store) -> all(commits, CommitResult.Conflict.INSTANCE);
  }

  static Fault unknown(boolean committed) {
    return (commits, store) -> {
      if (committed) {
        commits.forEach(store::apply);
      }
      return all(commits, new CommitResult.Unknown(new IllegalStateException("cut off")));
    };
  }

  private static List<CommitResult> all(List<Commit> commits, CommitResult result) {
    return java.util.Collections.nCopies(commits.size(), result);
  }

  static StoreUnavailableException outage() {
    return new StoreUnavailableException("the store is out", new IllegalStateException("no route"));
  }

  private void checkThere() {
    if (out) {
      throw outage();
    }
  }

  @Override
  public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
    checkThere();
    beforeLoad.accept(id);
    RuntimeException failure = loadFailures.poll();
    if (failure != null) {
      throw failure;
    }
    Kept grain = kept(id);
    if (grain.version == 0) {
      return StoredGrain.NONE;
    }
    Object state = fold.initialState();
    for (Object event : grain.events) {
      state = fold.apply(state, event);
    }
    return new StoredGrain(grain.version, state, grain.receipts);
  }

  private synchronized Kept kept(GrainId id) {
    return kept.getOrDefault(id, Kept.NONE);
  }

  long version(String type, String key) {
    return kept(new GrainId(type, key)).version;
  }

  @Override
  public List<CommitResult> commit(List<Commit> commits) {
    checkThere();
    groups.add(List.copyOf(commits));
    Fault fault = commitFaults.poll();
    return fault == null
        ? commits.stream().map(this::store).toList()
        : fault.commit(commits, this::store);
  }

  private synchronized CommitResult store(Commit commit) {
    Kept before = kept.getOrDefault(commit.id(), Kept.NONE);
    boolean taken =
        commit.replies().stream().anyMatch(reply -> before.replies.containsKey(reply.key()));
    if (before.version != commit.expectedVersion() || taken) {
      return CommitResult.Conflict.INSTANCE;
    }
    List<Object> events = new ArrayList<>(before.events);
    commit.events().stream().map(NewEvent::event).forEach(events::add);
    Map<String, KeyedReply> replies = new HashMap<>(before.replies);
    commit.replies().forEach(reply -> replies.put(reply.key(), reply));
    List<Receipt> receipts = new ArrayList<>(commit.receipts());
    before.receipts.stream()
        .filter(old -> receipts.stream().noneMatch(r -> r.caller().equals(old.caller())))
        .forEach(receipts::add);
    kept.put(commit.id(), new Kept(commit.newVersion(), events, replies, receipts));
    return CommitResult.Committed.INSTANCE;
  }

  @Override
  public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
    checkThere();
    looks.add(lookups.stream().map(ReplyLookup::keys).toList());
    return lookups.stream().map(this::replies).toList();
  }

  private List<KeyedReply> replies(ReplyLookup lookup) {
    lookup.keys().forEach(beforeReply);
    return lookup.keys().stream()
        .map(kept(lookup.id()).replies::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
