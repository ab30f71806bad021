package dev.grains.benchmarks.run;

import static dev.grains.benchmarks.compare.hazelcast.Completion.DIRECT;
import static dev.grains.benchmarks.compare.hazelcast.Completion.REPLY_THREAD;
import static dev.grains.benchmarks.compare.hazelcast.Completion.SUBMIT;
import static dev.grains.benchmarks.compare.hazelcast.Way.INLINE;
import static dev.grains.benchmarks.compare.hazelcast.Way.OFFLOADED;
import static dev.grains.benchmarks.compare.hazelcast.Way.OFFLOADED_BESIDE;

import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.axon4.Axon4Contender;
import dev.grains.benchmarks.compare.grains.AccountContender;
import dev.grains.benchmarks.compare.grains.CounterContender;
import dev.grains.benchmarks.compare.hazelcast.HazelcastContender;
import dev.grains.benchmarks.compare.pekko.PekkoContender;
import dev.grains.benchmarks.compare.plain.Lock;
import dev.grains.benchmarks.compare.plain.PlainContender;
import java.util.List;
import java.util.Set;

/** Who takes part in the comparison. */
public final class Entrants {

  static final String AXON5 = "axon5";

  /** Those that take part when they are asked for: another one with one thing changed. */
  private static final Set<String> VARIANTS =
      Set.of("grains-replicated-blocking", "hazelcast-submit");

  /** Those that a quick run leaves out as well. */
  private static final Set<String> NOT_QUICK =
      Set.of(
          "grains-field",
          "grains-jdbc-blocking",
          "hazelcast-offload",
          "hazelcast-reply",
          "hazelcast-offload-entry",
          "plain-lock");

  /** Everybody, in the order of the report. */
  static final List<Entrant> ALL =
      List.of(
          new Entrant(
              "grains", "Grains @NonBlocking", Kind.MEMORY, () -> CounterContender.nonBlocking(0)),
          new Entrant(
              "grains-field",
              "Grains @NonBlocking, state in a field",
              Kind.MEMORY,
              () -> CounterContender.field()),
          new Entrant(
              "grains-blocking",
              "Grains blocking",
              Kind.MEMORY,
              () -> CounterContender.blocking(0)),
          new Entrant(
              "grains-replicated",
              "Grains @NonBlocking, replicated",
              Kind.BACKED,
              () -> CounterContender.nonBlocking(1)),
          new Entrant(
              "grains-replicated-blocking",
              "Grains blocking, replicated",
              Kind.BACKED,
              () -> CounterContender.blocking(1)),
          new Entrant(
              "grains-jdbc",
              "Grains @NonBlocking, JDBC store",
              Kind.DURABLE,
              () -> AccountContender.nonBlocking()),
          new Entrant(
              "grains-jdbc-blocking",
              "Grains blocking, JDBC store",
              Kind.DURABLE,
              () -> AccountContender.blocking()),
          new Entrant(
              "hazelcast",
              "Hazelcast inline, completed in place",
              Kind.MEMORY,
              () -> new HazelcastContender(INLINE, DIRECT, 0)),
          new Entrant(
              "hazelcast-reply",
              "Hazelcast inline, reply thread",
              Kind.MEMORY,
              () -> new HazelcastContender(INLINE, REPLY_THREAD, 0)),
          new Entrant(
              "hazelcast-submit",
              "Hazelcast inline, submitToKey",
              Kind.MEMORY,
              () -> new HazelcastContender(INLINE, SUBMIT, 0)),
          new Entrant(
              "hazelcast-offload",
              "Hazelcast Offloadable, entry as lock",
              Kind.MEMORY,
              () -> new HazelcastContender(OFFLOADED_BESIDE, DIRECT, 0)),
          new Entrant(
              "hazelcast-offload-entry",
              "Hazelcast Offloadable, entry changed",
              Kind.MEMORY,
              () -> new HazelcastContender(OFFLOADED, DIRECT, 0)),
          new Entrant(
              "hazelcast-backup",
              "Hazelcast inline, 1 sync backup",
              Kind.BACKED,
              () -> new HazelcastContender(INLINE, DIRECT, 1)),
          new Entrant("pekko", "Pekko sharding, ask", Kind.MEMORY, () -> new PekkoContender()),
          new Entrant(
              "pekko-jdbc", "Pekko persistence-jdbc", Kind.DURABLE, () -> new PekkoContender()),
          new Entrant(
              "axon4", "Axon 4, JDBC engine", Kind.DURABLE_LOCAL, () -> new Axon4Contender()),
          new Entrant(AXON5, "Axon 5, JPA engine", Kind.DURABLE_LOCAL, Entrants::axon5),
          new Entrant(
              "plain",
              "plain service, version check",
              Kind.DURABLE_LOCAL,
              () -> new PlainContender(Lock.OPTIMISTIC)),
          new Entrant(
              "plain-lock",
              "plain service, for update",
              Kind.DURABLE_LOCAL,
              () -> new PlainContender(Lock.FOR_UPDATE)));

  private Entrants() {}

  /**
   * Returns the contender of a name.
   *
   * @param id the name
   * @return the contender, not yet started
   */
  public static Contender contender(String id) {
    return of(id).contender().get();
  }

  /**
   * Returns whether a contender needs a second JVM.
   *
   * @param id its name
   * @param place where the keys are
   * @return whether another JVM hosts or keeps backups
   */
  public static boolean needsHost(String id, Place place) {
    return of(id).kind().host(place);
  }

  static boolean variant(Entrant entrant) {
    return VARIANTS.contains(entrant.id());
  }

  static boolean notQuick(Entrant entrant) {
    return NOT_QUICK.contains(entrant.id());
  }

  static Entrant of(String id) {
    return ALL.stream()
        .filter(entrant -> entrant.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + id));
  }

  private static Contender axon5() {
    String name = "dev.grains.benchmarks.axon5.Axon5Contender";
    try {
      return Class.forName(name).asSubclass(Contender.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " is not on the class path: it needs JDK 21", e);
    }
  }
}
