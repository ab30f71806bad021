package dev.grains.benchmarks.run;

import static dev.grains.benchmarks.compare.hazelcast.Completion.DIRECT;
import static dev.grains.benchmarks.compare.hazelcast.Completion.REPLY_THREAD;
import static dev.grains.benchmarks.compare.hazelcast.Completion.SUBMIT;
import static dev.grains.benchmarks.compare.hazelcast.Way.INLINE;
import static dev.grains.benchmarks.compare.hazelcast.Way.OFFLOADED;
import static dev.grains.benchmarks.compare.hazelcast.Way.OFFLOADED_BESIDE;

import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.axon4.Axon4Contender;
import dev.grains.benchmarks.compare.hazelcast.HazelcastContender;
import dev.grains.benchmarks.compare.pekko.PekkoContender;
import dev.grains.benchmarks.compare.plain.Lock;
import dev.grains.benchmarks.compare.plain.PlainContender;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Who takes part in the comparison, and in which kind of work. */
public enum Entrant {
  HAZELCAST(Kind.MEMORY, () -> new HazelcastContender(INLINE, DIRECT, 0)),
  HAZELCAST_REPLY_THREAD(Kind.MEMORY, () -> new HazelcastContender(INLINE, REPLY_THREAD, 0)),
  HAZELCAST_SUBMIT(Kind.MEMORY, () -> new HazelcastContender(INLINE, SUBMIT, 0)),
  HAZELCAST_OFFLOADABLE(Kind.MEMORY, () -> new HazelcastContender(OFFLOADED_BESIDE, DIRECT, 0)),
  HAZELCAST_OFFLOADABLE_ENTRY(Kind.MEMORY, () -> new HazelcastContender(OFFLOADED, DIRECT, 0)),
  HAZELCAST_BACKUP(Kind.BACKED, () -> new HazelcastContender(INLINE, DIRECT, 1)),
  PEKKO(Kind.MEMORY, PekkoContender::new),
  PEKKO_JDBC(Kind.ROWS, PekkoContender::new),
  AXON4(Kind.ROWS, Axon4Contender::new),
  PLAIN(Kind.ROWS, () -> new PlainContender(Lock.OPTIMISTIC)),
  PLAIN_FOR_UPDATE(Kind.ROWS, () -> new PlainContender(Lock.FOR_UPDATE));

  private final Kind kind;
  private final Supplier<Contender> factory;

  Entrant(Kind kind, Supplier<Contender> factory) {
    this.kind = kind;
    this.factory = factory;
  }

  public Kind kind() {
    return kind;
  }

  public Contender contender() {
    return factory.get();
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Entrant of(String id) {
    return Arrays.stream(values())
        .filter(entrant -> entrant.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + id));
  }

  public enum Kind {
    MEMORY,
    BACKED,
    ROWS
  }
}
