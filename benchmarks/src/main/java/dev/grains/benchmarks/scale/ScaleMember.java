package dev.grains.benchmarks.scale;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.ClusterOptions;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.benchmarks.compare.grains.AccountContender;
import dev.grains.jdbc.JdbcGrainStore;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member that hosts patients.
 *
 * @param grains the runtime
 * @param pool the connections to the database, null without one
 */
record ScaleMember(Grains grains, @Nullable HikariDataSource pool) implements AutoCloseable {

  /** Starts a member, which joins another one if there is an address. */
  static ScaleMember start(ScaleCase setting, String peer, String database) {
    ClusterOptions cluster = ClusterOptions.named("grains-scale");
    ClusterOptions joined =
        peer.isEmpty()
            ? cluster.withCustomizer(
                config -> config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true))
            : cluster.withMembers(List.of(peer));
    HikariDataSource pool = setting.database() ? AccountContender.pool(database) : null;
    Storage storage = pool == null ? Storage.replicated() : Storage.in(JdbcGrainStore.create(pool));
    Grains grains =
        Grains.builder()
            .cluster(joined)
            .callTimeout(Duration.ofMinutes(1))
            .register(
                Patient.class,
                PatientGrain::new,
                GrainOptions.defaults()
                    .withMaxActive(setting.maxActive())
                    .withIdleTimeout(Duration.ofDays(1))
                    .withStorage(storage))
            .start();
    return new ScaleMember(grains, pool);
  }

  String address() {
    var address = grains.hazelcast().getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }

  int active() {
    return grains.status().types().get(0).active();
  }

  @Override
  public void close() {
    grains.close();
    if (pool != null) {
      pool.close();
    }
  }
}
