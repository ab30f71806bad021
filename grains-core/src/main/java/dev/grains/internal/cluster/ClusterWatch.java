package dev.grains.internal.cluster;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.partition.MigrationListener;
import com.hazelcast.partition.MigrationState;
import com.hazelcast.partition.ReplicaMigrationEvent;
import java.util.UUID;

/** Listens for members that leave and partitions that move. */
final class ClusterWatch {

  private final HazelcastInstance hazelcast;
  private final Partitions partitions;
  private final ClusterListener listener;
  private final UUID membership;
  private final UUID lifecycle;
  private final UUID migration;

  ClusterWatch(
      HazelcastInstance hazelcast,
      Partitions partitions,
      boolean member,
      ClusterListener listener) {
    this.hazelcast = hazelcast;
    this.partitions = partitions;
    this.listener = listener;
    this.membership = hazelcast.getCluster().addMembershipListener(new Members());
    this.lifecycle = hazelcast.getLifecycleService().addLifecycleListener(this::lifecycle);
    this.migration =
        member
            ? hazelcast.getPartitionService().addMigrationListener(new Migrations())
            : new UUID(0, 0);
  }

  private void lifecycle(LifecycleEvent event) {
    if (event.getState() == LifecycleState.MERGING || event.getState() == LifecycleState.MERGED) {
      partitions.allLeft();
      listener.partitionsLeft();
    }
  }

  void close(boolean member) {
    hazelcast.getCluster().removeMembershipListener(membership);
    hazelcast.getLifecycleService().removeLifecycleListener(lifecycle);
    if (member) {
      hazelcast.getPartitionService().removeMigrationListener(migration);
    }
  }

  private final class Members extends MembershipAdapter {
    @Override
    public void memberRemoved(MembershipEvent event) {
      listener.memberLeft(event.getMember().getUuid());
    }
  }

  private final class Migrations implements MigrationListener {

    @Override
    public void migrationStarted(MigrationState state) {}

    @Override
    public void migrationFinished(MigrationState state) {
      listener.partitionsLeft();
    }

    @Override
    public void replicaMigrationCompleted(ReplicaMigrationEvent event) {
      if (event.getReplicaIndex() == 0
          && event.getSource() != null
          && event.getSource().localMember()) {
        partitions.left(event.getPartitionId());
        listener.partitionsLeft();
      }
    }

    @Override
    public void replicaMigrationFailed(ReplicaMigrationEvent event) {}
  }
}
