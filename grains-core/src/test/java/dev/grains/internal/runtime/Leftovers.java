package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

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
    await(running -> running);
  }

  /** Waits until no more is running than before, but for the threads of a member that stays. */
  void awaitNoneBesideHazelcast() {
    await(
        running -> running.stream().filter(thread -> !thread.getName().startsWith("hz.")).toList());
  }

  private void await(UnaryOperator<List<Thread>> chosen) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(chosen.apply(running())).as("threads").isSubsetOf(threads);
              assertThat(Hazelcast.getAllHazelcastInstances()).as("members").isSubsetOf(members);
            });
  }
}
