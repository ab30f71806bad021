package dev.grains.test;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.Partition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is missing until every member sees the same cluster, every host owns partitions and
 * every partition has its backups.
 */
final class ClusterSafety {

  private final List<Participant> members;
  private final Set<UUID> hosts;

  ClusterSafety(List<Participant> participants) {
    members = participants.stream().filter(Participant::isMember).toList();
    hosts = new HashSet<>();
    members.stream().filter(Participant::isHost).forEach(member -> hosts.add(member.uuid()));
  }

  @Nullable String missing() {
    for (Participant member : members) {
      String problem = missingAt(member);
      if (problem != null) {
        return "member " + member.address() + " " + problem;
      }
    }
    // asks all members, so one of them is enough
    return members.isEmpty() || members.get(0).hazelcast().getPartitionService().isClusterSafe()
        ? null
        : "partitions are still moving or lack backups";
  }

  private @Nullable String missingAt(Participant member) {
    int seen = member.hazelcast().getCluster().getMembers().size();
    if (seen != members.size()) {
      return "sees " + seen + " members instead of " + members.size();
    }
    // a member learns that another is gone a moment before it stops to take commands for that
    for (SplitBrainProtectionConfig config :
        member.hazelcast().getConfig().getSplitBrainProtectionConfigs().values()) {
      if (enough(member, config.getName()) != seen >= config.getMinimumClusterSize()) {
        return "has not noticed yet whether there are enough members";
      }
    }
    // Hazelcast calls a cluster safe while it has not yet begun to give partitions to a newcomer
    return owners(member.hazelcast()).equals(hosts)
        ? null
        : "sees partitions that are not owned by all of the hosts and by them alone";
  }

  private static boolean enough(Participant member, String protection) {
    return member
        .hazelcast()
        .getSplitBrainProtectionService()
        .getSplitBrainProtection(protection)
        .hasMinimumSize();
  }

  private static Set<UUID> owners(HazelcastInstance hazelcast) {
    Set<UUID> owners = new HashSet<>();
    for (Partition partition : hazelcast.getPartitionService().getPartitions()) {
      Member owner = partition.getOwner();
      if (owner != null) {
        owners.add(owner.getUuid());
      }
    }
    return owners;
  }
}
