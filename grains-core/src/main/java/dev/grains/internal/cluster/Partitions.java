package dev.grains.internal.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.IPartition;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import com.hazelcast.partition.Partition;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions this member owns, and which of them it has lost meanwhile. Thread-safe.
 *
 * <p>Each partition has a tenure number, raised whenever the partition leaves this member: an
 * activation of an earlier tenure is out of date even if the partition has come back.
 */
public final class Partitions {

  private final Partition[] partitions;
  private final AtomicIntegerArray tenures;
  private final @Nullable IPartitionService fast;

  private Partitions(HazelcastInstance hazelcast, @Nullable IPartitionService fast) {
    this.partitions = hazelcast.getPartitionService().getPartitions().toArray(new Partition[0]);
    java.util.Arrays.sort(partitions, java.util.Comparator.comparingInt(Partition::getPartitionId));
    this.tenures = new AtomicIntegerArray(partitions.length);
    this.fast = fast;
  }

  static Partitions ofMember(HazelcastInstance hazelcast, String anyMap) {
    MapProxyImpl<Object, Object> map = (MapProxyImpl<Object, Object>) hazelcast.getMap(anyMap);
    return new Partitions(hazelcast, map.getNodeEngine().getPartitionService());
  }

  static Partitions ofClient(HazelcastInstance hazelcast) {
    return new Partitions(hazelcast, null);
  }

  /** Whether this member owns a partition now. */
  public boolean local(int partition) {
    return fast != null && fast.getPartition(partition, false).isLocal();
  }

  /**
   * Whether this member owns a partition now, and it is not on its way to another: that one may
   * have begun to take commands before this one is told.
   */
  public boolean settled(int partition) {
    if (fast == null) {
      return false;
    }
    IPartition found = fast.getPartition(partition, false);
    return found.isLocal() && !found.isMigrating();
  }

  /** Whether a number names a partition. */
  public boolean exists(int partition) {
    return partition >= 0 && partition < partitions.length;
  }

  /** The member that owns a partition, as far as is known here. */
  public @Nullable Member owner(int partition) {
    return partitions[partition].getOwner();
  }

  /** The number of partitions that this member owns. */
  public int owned() {
    int count = 0;
    for (int i = 0; i < partitions.length; i++) {
      if (local(i)) {
        count++;
      }
    }
    return count;
  }

  /** The number of times that a partition has left this member. */
  public int tenure(int partition) {
    return tenures.get(partition);
  }

  void left(int partition) {
    tenures.incrementAndGet(partition);
  }

  void allLeft() {
    for (int i = 0; i < partitions.length; i++) {
      left(i);
    }
  }
}
