package dev.grains.test;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.Grains;
import java.util.UUID;

/** One JVM's worth of a test cluster. */
record Participant(Role role, Grains grains) {

  enum Role {
    MEMBER,
    LITE_MEMBER,
    CLIENT
  }

  HazelcastInstance hazelcast() {
    return grains.hazelcast();
  }

  boolean isMember() {
    return role != Role.CLIENT;
  }

  boolean isHost() {
    return role == Role.MEMBER;
  }

  UUID uuid() {
    return hazelcast().getLocalEndpoint().getUuid();
  }

  String address() {
    Member member = hazelcast().getCluster().getLocalMember();
    return member.getAddress().getHost() + ":" + member.getAddress().getPort();
  }

  void leave() {
    grains.close();
    if (!isMember()) {
      hazelcast().shutdown();
    }
  }

  void die() {
    hazelcast().getLifecycleService().terminate();
    grains.close();
  }
}
