package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.PartitionService;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Place;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Chooses keys by the member that owns them. */
public final class OwnedKeys {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private OwnedKeys() {}

  /**
   * Chooses keys that a member owns, or that it does not own, once no key moves any more.
   *
   * @param member the member
   * @param place where the keys are to be, seen from the member
   * @return the names of the keys
   */
  public static String[] names(HazelcastInstance member, Place place) {
    PartitionService partitions = member.getPartitionService();
    awaitBalance(member, partitions);
    boolean local = place == Place.LOCAL;
    return Layout.names(
        name -> Objects.requireNonNull(owner(partitions, name)).localMember() == local);
  }

  private static Member owner(PartitionService partitions, String name) {
    return partitions.getPartition(name).getOwner();
  }

  private static void awaitBalance(HazelcastInstance member, PartitionService partitions) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!balanced(member, partitions)) {
      if (System.nanoTime() - end >= 0) {
        throw new IllegalStateException("the partitions were not in balance within " + PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean balanced(HazelcastInstance member, PartitionService partitions) {
    if (partitions.getPartitions().stream().anyMatch(partition -> partition.getOwner() == null)) {
      partitions.getPartition("any").getOwner();
      return false;
    }
    long hosts = member.getCluster().getMembers().stream().filter(m -> !m.isLiteMember()).count();
    var shares =
        partitions.getPartitions().stream()
            .collect(Collectors.groupingBy(p -> p.getOwner().getUuid(), Collectors.counting()))
            .values();
    long most = shares.stream().mapToLong(Long::longValue).max().orElse(0);
    long least = shares.stream().mapToLong(Long::longValue).min().orElse(0);
    return shares.size() == hosts && most - least <= 1 && partitions.isClusterSafe();
  }
}
