package dev.grains.clinic.members;

import com.hazelcast.cluster.Member;
import com.hazelcast.partition.PartitionService;
import dev.grains.CallOptions;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks every member how it is. Thread-safe. */
public final class FrontDesks {

  private static final CallOptions OPTIONS = CallOptions.timeout(Duration.ofSeconds(5));
  private static final int KEYS_TRIED = 10_000;

  private final Grains grains;

  /**
   * Creates the question.
   *
   * @param grains the door to the members
   */
  public FrontDesks(Grains grains) {
    this.grains = grains;
  }

  /** Returns what the members say that are there and answer in time, by their address. */
  public List<GrainsStatus> ask() {
    List<CompletableFuture<GrainsStatus>> questions =
        keys().stream()
            .map(key -> grains.get(FrontDesk.class, key, OPTIONS).status().toCompletableFuture())
            .toList();
    List<GrainsStatus> answers = new ArrayList<>();
    for (CompletableFuture<GrainsStatus> question : questions) {
      try {
        answers.add(question.join());
      } catch (CompletionException unavailable) {
        // a member that has just died has no desk any more
      }
    }
    answers.sort(Comparator.comparing(GrainsStatus::member));
    return answers;
  }

  // one key that each member owns
  private List<String> keys() {
    PartitionService partitions = grains.hazelcast().getPartitionService();
    int members = grains.hazelcast().getCluster().getMembers().size();
    List<String> keys = new ArrayList<>();
    Set<Member> owners = new HashSet<>();
    for (int i = 0; i < KEYS_TRIED && keys.size() < members; i++) {
      Member owner = partitions.getPartition("desk-" + i).getOwner();
      if (owner != null && owners.add(owner)) {
        keys.add("desk-" + i);
      }
    }
    return keys;
  }
}
