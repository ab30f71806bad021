package dev.grains.spring;

import com.hazelcast.config.Config;
import dev.grains.GrainsBuilder;

/**
 * Changes what the auto-configuration has set up, before grains start. A bean; several are called
 * in their order.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface GrainsCustomizer {

  /**
   * Changes the builder, after everything that properties and beans say.
   *
   * @param builder the builder
   */
  void customize(GrainsBuilder builder);

  /**
   * Changes the configuration of the member that grains start themselves; not called where they use
   * a Hazelcast instance of the application.
   *
   * @param config the configuration, complete but for what grains cannot do without
   */
  default void customize(Config config) {}
}
