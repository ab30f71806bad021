package dev.grains.internal.commit;

import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoredGrain;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that answers as its test says, and notes the groups it was given. */
final class ScriptedStore implements GrainStore {

  final List<List<Commit>> seen = new CopyOnWriteArrayList<>();
  final List<List<ReplyLookup>> looks = new CopyOnWriteArrayList<>();
  final Semaphore permits = new Semaphore(1_000_000);
  volatile Function<Commit, CommitResult> answer = commit -> CommitResult.Committed.INSTANCE;
  volatile Function<List<ReplyLookup>, List<List<KeyedReply>>> replies =
      lookups -> lookups.stream().map(lookup -> List.<KeyedReply>of()).toList();
  volatile @Nullable List<CommitResult> results;
  volatile @Nullable RuntimeException failure;

  @Override
  public List<CommitResult> commit(List<Commit> commits) {
    seen.add(commits);
    permits.acquireUninterruptibly();
    RuntimeException wanted = failure;
    if (wanted != null) {
      throw wanted;
    }
    List<CommitResult> given = results;
    return given != null ? given : commits.stream().map(answer).toList();
  }

  @Override
  public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
    throw new UnsupportedOperationException("nothing is loaded here");
  }

  @Override
  public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
    looks.add(lookups);
    return replies.apply(lookups);
  }
}
