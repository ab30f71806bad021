package dev.grains.internal.cluster;

import com.hazelcast.client.impl.clientside.HazelcastClientProxy;
import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The door to Hazelcast: the member or client underneath a runtime. Thread-safe. */
public final class Cluster {

  static final String PROBE_MAP = "grains";
  private static final Duration SAFETY_PATIENCE = Duration.ofSeconds(1);

  private final HazelcastInstance hazelcast;
  private final boolean ours;
  private final boolean client;
  private final Partitions partitions;
  private final @Nullable PartitionThreads partitionThreads;
  private final Topics topics;
  private final SafetyCheck safety;
  private @Nullable ClusterWatch watch;

  private Cluster(HazelcastInstance hazelcast, boolean ours) {
    this.hazelcast = hazelcast;
    this.ours = ours;
    this.client = hazelcast instanceof HazelcastClientProxy;
    this.partitions =
        client ? Partitions.ofClient(hazelcast) : Partitions.ofMember(hazelcast, PROBE_MAP);
    this.partitionThreads = client ? null : PartitionThreads.of(hazelcast, PROBE_MAP);
    this.topics = new Topics(hazelcast);
    this.safety =
        new SafetyCheck(() -> hazelcast.getPartitionService().isClusterSafe(), SAFETY_PATIENCE);
  }

  /** Starts a member and joins its cluster. */
  public static Cluster start(ClusterOptions options, UnaryOperator<Config> extension) {
    HazelcastInstance started = newMember(MemberConfig.member(options, extension), options);
    try {
      return new Cluster(started, true);
    } catch (RuntimeException | Error failure) {
      started.shutdown();
      throw failure;
    }
  }

  private static HazelcastInstance newMember(Config config, ClusterOptions options) {
    try {
      return Hazelcast.newHazelcastInstance(config);
    } catch (RuntimeException failure) {
      throw new GrainDefinitionException(
          "the member of the cluster '"
              + config.getClusterName()
              + "' could not start on "
              + options.host()
              + ":"
              + options.port()
              + "; is that an address of this machine, and is the port free? "
              + failure.getMessage(),
          failure);
    }
  }

  /** The classes of this package that Hazelcast sends. */
  public static Map<Integer, Supplier<IdentifiedDataSerializable>> wireClasses() {
    return Map.of(Hosted.CLASS_ID, () -> new Hosted(""));
  }

  /** Uses a running member or client. */
  public static Cluster use(HazelcastInstance hazelcast) {
    if (!hazelcast.getLifecycleService().isRunning()) {
      throw new GrainDefinitionException(
          "the Hazelcast instance '"
              + hazelcast.getName()
              + "' is not running; start one, and Grains on it");
    }
    boolean prepared =
        hazelcast instanceof HazelcastClientProxy proxy
            ? proxy
                .getClientConfig()
                .getSerializationConfig()
                .getDataSerializableFactories()
                .containsKey(WireFactory.FACTORY_ID)
            : hazelcast
                .getConfig()
                .getSerializationConfig()
                .getDataSerializableFactories()
                .containsKey(WireFactory.FACTORY_ID);
    if (!prepared) {
      throw new GrainDefinitionException(
          "the Hazelcast instance '"
              + hazelcast.getName()
              + "' was started without the settings of"
              + " grains; pass its configuration through Grains.configure before it starts");
    }
    return new Cluster(hazelcast, false);
  }

  public HazelcastInstance hazelcast() {
    return hazelcast;
  }

  public Partitions partitions() {
    return partitions;
  }

  /**
   * Runs an action on the current partition thread after what has arrived there, once for all
   * requests of that time.
   *
   * @param action the same object in every request
   * @return false if this is no partition thread, or no more work is taken: nothing will be run
   */
  public boolean afterArrivals(Runnable action) {
    return partitionThreads != null && partitionThreads.afterArrivals(action);
  }

  public Topics topics() {
    return topics;
  }

  /** Whether this is a client and no member. */
  public boolean client() {
    return client;
  }

  /** Whether this member can own partitions, and so host grains. */
  public boolean hosting() {
    return !client && !hazelcast.getCluster().getLocalMember().isLiteMember();
  }

  /** Begins to report changes of the cluster. */
  public void watch(ClusterListener listener) {
    watch = new ClusterWatch(hazelcast, partitions, !client, listener);
  }

  /** Sets up the map of a hosted type, the same on every member. */
  public void addMap(String type, int backups, Class<?> mergePolicy) {
    TypeMaps.add(hazelcast, type, backups, mergePolicy);
  }

  /**
   * Whether a member has set up the map of a type, so that it may be used. A client asks the owner
   * of a key, and waits for the answer.
   */
  public boolean hosted(String type, String key) {
    return client
        ? Boolean.TRUE.equals(hazelcast.getMap(PROBE_MAP).executeOnKey(key, new Hosted(type)))
        : TypeMaps.known(hazelcast, type);
  }

  /** Makes a sender for the map of a type. */
  public EntrySender sender(String type) {
    String map = MemberConfig.MAP_PREFIX + type;
    return hazelcast instanceof HazelcastClientProxy proxy
        ? new ClientEntrySender(proxy.client, map)
        : new MemberEntrySender(hazelcast.getMap(map));
  }

  /** Makes Hazelcast assign partitions if it has not yet, which it does on first use. */
  public void awaitPartitions(long timeout, TimeUnit unit) {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (partitions.owner(0) == null) {
      if (System.nanoTime() > end) {
        throw new GrainDefinitionException(
            "the cluster '"
                + hazelcast.getConfig().getClusterName()
                + "' has no member that owns"
                + " partitions; start a data member first");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Describes the member that owns a partition. */
  public String ownerName(int partition) {
    Member owner = partitions.owner(partition);
    return owner == null ? "no member" : owner.getAddress().toString();
  }

  /** Describes this member or client. */
  public String name() {
    return client
        ? hazelcast.getName()
        : String.valueOf(hazelcast.getCluster().getLocalMember().getAddress());
  }

  public int size() {
    return hazelcast.getCluster().getMembers().size();
  }

  /**
   * Whether every partition is known to have its backups. Blocks for a second at most: where a
   * member does not answer, that is not known. A client cannot ask, and supposes it.
   */
  public boolean safe() {
    return client || safety.safe();
  }

  public boolean running() {
    return hazelcast.getLifecycleService().isRunning();
  }

  /** Stops listening. */
  public void unwatch() {
    if (watch != null && running()) {
      watch.close(!client);
    }
  }

  /** Leaves the cluster gracefully, if the member was started here. */
  public void leave() {
    if (ours) {
      hazelcast.shutdown();
    }
  }
}
