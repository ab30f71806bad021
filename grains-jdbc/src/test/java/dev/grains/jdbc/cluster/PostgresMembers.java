package dev.grains.jdbc.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.Storage;
import dev.grains.jdbc.JdbcGrainStore;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cluster whose members keep their grains in one database, each through a pool of its own, which
 * goes with its member.
 */
final class PostgresMembers implements AutoCloseable {

  private final String url;
  private final Duration callTimeout;
  private final GrainCluster cluster;
  private final Map<Grains, HikariDataSource> pools = new ConcurrentHashMap<>();
  private final List<Grains> joined = new ArrayList<>();

  PostgresMembers(String url, int members) {
    this(url, members, Duration.ofSeconds(120));
  }

  PostgresMembers(String url, int members, Duration callTimeout) {
    this.url = url;
    this.callTimeout = callTimeout;
    HikariDataSource first = newPool();
    this.cluster = GrainCluster.of(1, grains -> host(grains, first));
    pools.put(cluster.member(0), first);
    joined.add(cluster.member(0));
    for (int i = 1; i < members; i++) {
      join();
    }
  }

  private HikariDataSource newPool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(2_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private void host(GrainsBuilder grains, HikariDataSource pool) {
    grains
        .register(ComputingCounter.class, ComputingCounterGrain::new)
        .register(BlockingCounter.class, BlockingCounterGrain::new)
        .register(DocumentCounter.class, DocumentCounterGrain::new)
        .storage(Storage.in(JdbcGrainStore.create(pool)))
        .callTimeout(callTimeout);
  }

  /** Returns a member, 0 for the first. */
  Grains member(int index) {
    return joined.get(index);
  }

  GrainCluster cluster() {
    return cluster;
  }

  /** Adds a member. */
  void join() {
    HikariDataSource pool = newPool();
    Grains member = cluster.join(grains -> host(grains, pool));
    pools.put(member, pool);
    joined.add(member);
  }

  /** Kills a member in the middle of its transactions. */
  void kill(int index) {
    Grains member = joined.remove(index);
    pools.remove(member).close();
    cluster.kill(member);
    cluster.awaitSafe();
  }

  /** Lets a member finish and leave. */
  void leave(int index) {
    Grains member = joined.remove(index);
    cluster.leave(member);
    pools.remove(member).close();
    cluster.awaitSafe();
  }

  @Override
  public void close() {
    cluster.close();
    pools.values().forEach(HikariDataSource::close);
  }
}
