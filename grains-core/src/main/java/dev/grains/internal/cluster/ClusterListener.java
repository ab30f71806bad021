package dev.grains.internal.cluster;

import java.util.UUID;

/** Told of changes in the cluster, on threads of Hazelcast; must not block. */
public interface ClusterListener {

  /** A member has left; what it had accepted may be lost. */
  void memberLeft(UUID member);

  /** Partitions may have left this member. */
  void partitionsLeft();
}
