package dev.grains.jdbc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Settings of a {@link JdbcGrainStore}. Immutable; each {@code with} method returns a copy.
 *
 * @param schema what to do about the tables when the store is created
 * @param clock tells which receipts and idempotency keys have expired; that of the runtime
 * @param upcasters read stored events of older formats
 * @param commitBytes how many bytes one commit may have; larger ones are rejected
 * @param groupBytes how many bytes share a statement; larger groups are split
 * @param retryFor how long deadlocks, serialization failures, an exhausted pool and a server that
 *     has become read-only are tried again, 100 times at most
 * @param networkTimeout how long the database may be silent before a connection counts as lost,
 *     unless the connections have a timeout of their own
 * @param purgeEvery how often expired keys and receipts are removed
 * @param purgeRows how many rows are looked at each time
 * @since 0.1
 */
public record JdbcGrainStoreOptions(
    SchemaMode schema,
    InstantSource clock,
    List<Upcaster> upcasters,
    int commitBytes,
    int groupBytes,
    Duration retryFor,
    Duration networkTimeout,
    Duration purgeEvery,
    int purgeRows) {

  private static final JdbcGrainStoreOptions DEFAULTS =
      new JdbcGrainStoreOptions(
          SchemaMode.CREATE,
          InstantSource.system(),
          List.of(),
          16 << 20,
          4 << 20,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          1_000);

  /** Checks and copies the values. */
  public JdbcGrainStoreOptions {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(clock, "clock");
    upcasters = List.copyOf(upcasters);
    atLeastOne(commitBytes, "commitBytes");
    atLeastOne(groupBytes, "groupBytes");
    atLeastOne(purgeRows, "purgeRows");
    positive(retryFor, "retryFor");
    positive(networkTimeout, "networkTimeout");
    positive(purgeEvery, "purgeEvery");
  }

  private static void atLeastOne(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }

  private static void positive(Duration duration, String name) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be more than zero, was " + duration);
    }
  }

  /**
   * Returns the defaults.
   *
   * @return tables created, the system clock, no upcasters, 16 MiB a commit, 4 MiB a statement,
   *     retries for 5 seconds, 30 seconds of silence, 1,000 rows purged every 10 seconds
   */
  public static JdbcGrainStoreOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy that treats its tables otherwise.
   *
   * @param value what to do about the tables when the store is created
   * @return the copy
   */
  public JdbcGrainStoreOptions withSchema(SchemaMode value) {
    return new JdbcGrainStoreOptions(
        value,
        clock,
        upcasters,
        commitBytes,
        groupBytes,
        retryFor,
        networkTimeout,
        purgeEvery,
        purgeRows);
  }

  /**
   * Returns a copy with another clock.
   *
   * @param value the clock of the runtime
   * @return the copy
   */
  public JdbcGrainStoreOptions withClock(InstantSource value) {
    return new JdbcGrainStoreOptions(
        schema,
        value,
        upcasters,
        commitBytes,
        groupBytes,
        retryFor,
        networkTimeout,
        purgeEvery,
        purgeRows);
  }

  /**
   * Returns a copy with one more upcaster.
   *
   * @param value reads stored events of an older format
   * @return the copy
   */
  public JdbcGrainStoreOptions withUpcaster(Upcaster value) {
    List<Upcaster> more = new ArrayList<>(upcasters);
    more.add(Objects.requireNonNull(value, "upcaster"));
    return new JdbcGrainStoreOptions(
        schema,
        clock,
        more,
        commitBytes,
        groupBytes,
        retryFor,
        networkTimeout,
        purgeEvery,
        purgeRows);
  }

  /**
   * Returns a copy with other bounds on sizes.
   *
   * @param commit how many bytes one commit may have
   * @param group how many bytes share a statement
   * @return the copy
   */
  public JdbcGrainStoreOptions withBytes(int commit, int group) {
    return new JdbcGrainStoreOptions(
        schema, clock, upcasters, commit, group, retryFor, networkTimeout, purgeEvery, purgeRows);
  }

  /**
   * Returns a copy with other patience.
   *
   * @param retry how long deadlocks, serialization failures and an exhausted pool are retried
   * @param network how long the database may be silent before a connection counts as lost
   * @return the copy
   */
  public JdbcGrainStoreOptions withPatience(Duration retry, Duration network) {
    return new JdbcGrainStoreOptions(
        schema, clock, upcasters, commitBytes, groupBytes, retry, network, purgeEvery, purgeRows);
  }

  /**
   * Returns a copy that purges otherwise.
   *
   * @param every how often expired keys and receipts are removed
   * @param rows how many rows are looked at each time
   * @return the copy
   */
  public JdbcGrainStoreOptions withPurge(Duration every, int rows) {
    return new JdbcGrainStoreOptions(
        schema, clock, upcasters, commitBytes, groupBytes, retryFor, networkTimeout, every, rows);
  }
}
