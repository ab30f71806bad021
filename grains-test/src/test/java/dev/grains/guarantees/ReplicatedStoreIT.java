package dev.grains.guarantees;

import dev.grains.GrainId;
import dev.grains.internal.admission.AdmissionDesk;
import dev.grains.internal.admission.EntryTransport;
import dev.grains.internal.cluster.Cluster;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.commit.HigherVersionMergePolicy;
import dev.grains.internal.commit.ReplicatedStore;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoredGrain;
import dev.grains.test.GrainCluster;
import dev.grains.test.GrainStoreContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Cluster memory keeps what every store promises; two members, each with a store of its own. */
class ReplicatedStoreIT extends GrainStoreContract {

  private static GrainCluster members;
  private int opened;

  @BeforeAll
  static void startTheMembers() {
    members = GrainCluster.of(2, grains -> {});
  }

  @AfterAll
  static void stopTheMembers() {
    members.close();
  }

  @Override
  protected GrainStore openStore(InstantSource clock) {
    Cluster member = Cluster.use(members.member(opened++ % 2).hazelcast());
    EntryTransport transport = new EntryTransport(member, clock, new AdmissionDesk());
    ReplicatedStore store = new ReplicatedStore(transport::sender, new Codecs(), clock);
    return new Prepared(store, member);
  }

  /** Folds events on backups of its own, so that it shows no history. */
  @Override
  public boolean keepsEvents() {
    return false;
  }

  /** The store, with the map of each type set up as a runtime does. */
  private record Prepared(ReplicatedStore store, Cluster member) implements GrainStore {

    @Override
    public void register(GrainType type) {
      member.addMap(type.name(), 1, HigherVersionMergePolicy.class);
      store.register(type);
    }

    @Override
    public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
      return store.load(type, id, fold);
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
      return store.commit(commits);
    }

    @Override
    public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
      return store.replies(lookups);
    }
  }
}
