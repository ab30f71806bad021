package dev.grains.internal.runtime;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import dev.grains.GrainsBuilder;

/** The door to the runtime, for {@link dev.grains.Grains} alone. */
public final class GrainsRuntime {

  private GrainsRuntime() {}

  public static GrainsBuilder builder() {
    throw new UnsupportedOperationException("the runtime is not assembled yet");
  }

  public static Config configure(Config config) {
    return config;
  }

  public static ClientConfig configure(ClientConfig config) {
    return config;
  }
}
