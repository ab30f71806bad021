package dev.grains.spring;

import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.List;

/** A store that is out of reach. */
public final class ClosedStore implements GrainStore {

  @Override
  public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
    throw outOfReach();
  }

  @Override
  public List<CommitResult> commit(List<Commit> commits) {
    throw outOfReach();
  }

  @Override
  public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
    throw outOfReach();
  }

  @Override
  public void ping() {
    throw outOfReach();
  }

  private static StoreUnavailableException outOfReach() {
    return new StoreUnavailableException("the vault is closed", null);
  }
}
