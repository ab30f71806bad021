package dev.grains.benchmarks.compare.pekko;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.persistence.typed.PersistenceId;

/** Sharded actors asked for a reply: counters in memory, or accounts in a journal on PostgreSQL. */
public record PekkoContender() implements Contender {

  static final EntityTypeKey<Command> TYPE = EntityTypeKey.create(Command.class, "account");
  private static final String HOST_ROLE = "host";

  @Override
  public Running open(Layout layout) throws Exception {
    if (!layout.database().isEmpty() && !joins(layout)) {
      Journal.create(layout.database());
    }
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "benchmark", config(layout));
    RunningPekko running = new RunningPekko(system, layout, initSharding(system, layout));
    try {
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(RunningPekko.seed(cluster, layout.peer())));
      if (layout.role() == Role.CALLER) {
        running.call(Work.READ, 0);
      }
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  private static boolean joins(Layout layout) {
    return !layout.peer().isEmpty();
  }

  private static ClusterSharding initSharding(ActorSystem<Void> system, Layout layout) {
    ClusterSharding sharding = ClusterSharding.get(system);
    Entity<Command, ?> entity =
        layout.database().isEmpty()
            ? Entity.of(TYPE, context -> Behaviors.setup(CounterActor::new))
            : Entity.of(
                TYPE, context -> new AccountActor(PersistenceId.ofUniqueId(context.getEntityId())));
    sharding.init(entity.withRole(HOST_ROLE));
    return sharding;
  }

  private static Config config(Layout layout) {
    boolean hosts = !joins(layout);
    Map<String, Object> values =
        Map.of(
            "pekko.cluster.roles",
            hosts ? List.of(HOST_ROLE) : List.of(),
            "jdbc-journal.slick.db.url",
            Journal.url(layout.database()));
    return ConfigFactory.parseMap(values)
        .withFallback(ConfigFactory.defaultOverrides())
        .withFallback(ConfigFactory.parseResources("pekko-benchmark.conf"))
        .withFallback(ConfigFactory.load());
  }
}
