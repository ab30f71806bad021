package dev.grains.internal.runtime;

import static java.util.Objects.requireNonNull;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.GrainsBuilder;
import dev.grains.internal.admission.AdmissionDesk;
import dev.grains.internal.admission.EntryTransport;
import dev.grains.internal.cluster.Cluster;
import dev.grains.internal.cluster.MemberConfig;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.commit.ReplicatedStore;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The door to the runtime, for {@link dev.grains.Grains}. */
public final class GrainsRuntime {

  static final WireFactory WIRE = new WireFactory(wireClasses());

  private GrainsRuntime() {}

  private static Map<Integer, Supplier<IdentifiedDataSerializable>> wireClasses() {
    Map<Integer, Supplier<IdentifiedDataSerializable>> classes =
        new HashMap<>(EntryTransport.wireClasses());
    classes.putAll(ReplicatedStore.wireClasses());
    classes.putAll(Cluster.wireClasses());
    return Map.copyOf(classes);
  }

  /** Makes a builder. */
  public static GrainsBuilder builder() {
    return builder(Faults.NONE);
  }

  /** Makes a builder of a runtime in which things go wrong on purpose. */
  public static GrainsBuilder builder(Faults faults) {
    return new DefaultGrainsBuilder(faults);
  }

  /** Adds what grains needs to the configuration of a member. */
  public static Config configure(Config config) {
    requireNonNull(config, "config")
        .getUserContext()
        .putIfAbsent(AdmissionDesk.KEY, new AdmissionDesk());
    return MemberConfig.extend(config, WIRE);
  }

  /** Adds what grains needs to the configuration of a member, and the least number of members. */
  public static Config configure(Config config, int minMembers) {
    if (minMembers < 1) {
      throw new IllegalArgumentException("minMembers must be 1 or more, was " + minMembers);
    }
    return MemberConfig.protect(configure(config), minMembers);
  }

  /** Adds what grains needs to the configuration of a client. */
  public static ClientConfig configure(ClientConfig config) {
    return MemberConfig.extend(requireNonNull(config, "config"), WIRE);
  }
}
