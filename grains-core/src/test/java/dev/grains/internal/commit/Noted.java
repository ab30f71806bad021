package dev.grains.internal.commit;

import dev.grains.GrainId;
import dev.grains.StatefulGrain;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A commit that notes what became of it. */
final class Noted extends PendingCommit {

  static final GrainType TYPE =
      new GrainType(
          "account", StatefulGrain.class, Kind.STATEFUL, false, Long.class, null, 0, 1, false);

  final List<CommitResult> results = new CopyOnWriteArrayList<>();
  volatile boolean dropped;
  Runnable then = () -> {};

  private Noted(Commit commit, long deadline, int bytes) {
    super(commit, deadline, bytes);
  }

  /** A commit of an account that raises its version by one. */
  static Noted of(String key, long version) {
    return of(key, version, 10);
  }

  static Noted of(String key, long version, int bytes) {
    Commit commit =
        new Commit(
            TYPE,
            new GrainId("account", key),
            version,
            version + 1,
            Instant.EPOCH,
            List.of(),
            version + 1,
            List.of(),
            List.of());
    return new Noted(commit, Long.MAX_VALUE, bytes);
  }

  Noted until(long deadline) {
    return new Noted(commit(), deadline, bytes());
  }

  @Override
  protected boolean dropped() {
    return dropped;
  }

  @Override
  protected void done(CommitResult result) {
    results.add(result);
    then.run();
  }
}
