package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is running in this JVM since a moment: threads of grains and Hazelcast, and members. */
final class Leftovers {

  private final Set<Thread> threads = new HashSet<>(running());
  private final Set<HazelcastInstance> members =
      new HashSet<>(Hazelcast.getAllHazelcastInstances());

  private static List<Thread> running() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && ours(thread.getName()))
        .toList();
  }

  private static boolean ours(String name) {
    return name.startsWith("grains-") || name.startsWith("hz.");
  }

  /** Waits until no more is running than before. */
  void awaitNone() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(running()).as("threads").isSubsetOf(threads);
              assertThat(Hazelcast.getAllHazelcastInstances()).as("members").isSubsetOf(members);
            });
  }
}
