package dev.grains.internal.commit;

import dev.grains.GrainId;
import dev.grains.internal.metrics.CommitMetrics;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoreUnavailableException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commits that go to the store together; those of one grain are joined to one, to succeed or
 * fail as a whole. Confined to a committer thread.
 */
final class Group {

  private final Map<GrainId, List<PendingCommit>> byGrain = new LinkedHashMap<>();
  private int size;

  void add(PendingCommit pending) {
    byGrain.computeIfAbsent(pending.commit().id(), id -> new ArrayList<>(1)).add(pending);
    size++;
  }

  int size() {
    return size;
  }

  private List<List<PendingCommit>> chains() {
    return new ArrayList<>(byGrain.values());
  }

  /** Writes groups to a store and tells the outcomes. */
  static final class Writer {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private final GrainStore store;
    private final CommitMetrics metrics;
    private final InstantSource clock;

    Writer(GrainStore store, CommitMetrics metrics, InstantSource clock) {
      this.store = store;
      this.metrics = metrics;
      this.clock = clock;
    }

    /** Writes a group; returns what found the store unavailable and is to be tried again. */
    List<PendingCommit> write(Group group) {
      List<PendingCommit> again = new ArrayList<>();
      List<List<PendingCommit>> chains = group.chains();
      if (!chains.isEmpty()) {
        List<CommitResult> results = commit(chains.stream().map(Writer::join).toList());
        for (int i = 0; i < chains.size(); i++) {
          tell(chains.get(i), results.get(i), again);
        }
        if (!again.isEmpty()) {
          metrics.unavailable();
        }
      }
      return again;
    }

    private static Commit join(List<PendingCommit> chain) {
      Commit joined = chain.get(0).commit();
      for (int i = 1; i < chain.size(); i++) {
        joined = joined.then(chain.get(i).commit());
      }
      return joined;
    }

    private List<CommitResult> commit(List<Commit> commits) {
      long start = System.nanoTime();
      try {
        List<CommitResult> results = store.commit(commits);
        if (results.size() == commits.size()) {
          metrics.committed(commits.size(), System.nanoTime() - start);
          return results;
        }
        return all(
            commits,
            new CommitResult.Unknown(
                new IllegalStateException(
                    store + " gave " + results.size() + " results for " + commits.size())));
      } catch (StoreUnavailableException outage) {
        return all(commits, new CommitResult.Unavailable(outage));
      } catch (RuntimeException | Error failure) {
        return all(commits, new CommitResult.Unknown(failure));
      }
    }

    private static List<CommitResult> all(List<Commit> commits, CommitResult result) {
      return Collections.nCopies(commits.size(), result);
    }

    private void tell(List<PendingCommit> chain, CommitResult result, List<PendingCommit> again) {
      if (result instanceof CommitResult.Rejected && chain.size() > 1) {
        oneByOne(chain, again);
        return;
      }
      for (PendingCommit pending : chain) {
        if (pending.dropped()) {
          continue;
        }
        if (result instanceof CommitResult.Unavailable && clock.millis() < pending.deadline()) {
          again.add(pending);
        } else {
          tell(pending, result);
        }
      }
    }

    private static void tell(PendingCommit pending, CommitResult result) {
      try {
        pending.done(result);
      } catch (RuntimeException | Error bug) {
        log.error("the outcome of the {} could not be told: {}", pending, result, bug);
      }
    }

    /** Finds the one commit of a grain that cannot be stored, so that the others need not fail. */
    private void oneByOne(List<PendingCommit> chain, List<PendingCommit> again) {
      for (PendingCommit pending : chain) {
        if (!pending.dropped()) {
          tell(List.of(pending), commit(List.of(pending.commit())).get(0), again);
        }
      }
    }
  }
}
