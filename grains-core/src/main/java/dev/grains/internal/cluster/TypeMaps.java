package dev.grains.internal.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.TopicConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.MapServiceContext;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import dev.grains.GrainDefinitionException;

/**
 * Sets up the maps of hosted types on all members, and tells which are set up.
 *
 * <p>Hazelcast makes a map on first use, with whatever settings it has then, and never changes
 * them. So nobody may use the map of a type before every member has its settings. A mark, spread
 * after them in the same way, says that they have arrived everywhere; without it nothing is sent.
 */
final class TypeMaps {

  private static final String MARK = "grains.hosted.";

  private TypeMaps() {}

  /** Whether a type has been set up on all members. */
  static boolean known(HazelcastInstance member, String type) {
    return member.getConfig().getTopicConfigs().containsKey(MARK + type);
  }

  static void add(HazelcastInstance member, String type, int backups, Class<?> mergePolicy) {
    Config config = member.getConfig();
    MapConfig wanted =
        MemberConfig.map(type, backups, MemberConfig.hasMinMembers(config), mergePolicy.getName());
    if (!config.getMapConfigs().containsKey(wanted.getName())) {
      dropUnconfigured(member, wanted.getName());
    }
    try {
      config.addMapConfig(wanted);
    } catch (InvalidConfigurationException differs) {
      throw new GrainDefinitionException(
          "the type '"
              + type
              + "' is set up differently on another member of the cluster than here, with "
              + backups
              + " backups; give it the same storage and number of backups everywhere",
          differs);
    }
    checkEffective(config, wanted, type);
    config.addTopicConfig(new TopicConfig(MARK + type));
  }

  /**
   * Removes a map that a client has made: it stayed connected while the cluster started anew, and
   * called before the type was set up again. Nobody hosts the type yet, so there is nothing in it.
   */
  private static void dropUnconfigured(HazelcastInstance member, String map) {
    MapProxyImpl<Object, Object> any =
        (MapProxyImpl<Object, Object>) member.getMap(Cluster.PROBE_MAP);
    MapService service = any.getNodeEngine().getService(MapService.SERVICE_NAME);
    MapServiceContext maps = service.getMapServiceContext();
    if (maps.getExistingMapContainer(map) != null) {
      maps.destroyMap(map);
    }
  }

  private static void checkEffective(Config config, MapConfig wanted, String type) {
    MapConfig effective = config.findMapConfig(wanted.getName());
    if (effective.getInMemoryFormat() != wanted.getInMemoryFormat()
        || effective.getBackupCount() != wanted.getBackupCount()
        || !effective.getMergePolicyConfig().equals(wanted.getMergePolicyConfig())) {
      throw new GrainDefinitionException(
          "the Hazelcast configuration of the application has settings for maps that are called '"
              + effective.getName()
              + "', and they hide those of the type '"
              + type
              + "', whose map is '"
              + wanted.getName()
              + "'; choose a pattern that does not match it");
    }
  }
}
