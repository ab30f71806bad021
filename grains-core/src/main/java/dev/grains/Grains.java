package dev.grains;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.internal.runtime.GrainsRuntime;
import java.util.concurrent.CompletionStage;

/**
 * The door to grains: one for each JVM that calls or hosts them. Thread-safe.
 *
 * <pre>{@code
 * try (Grains grains = Grains.builder().register(Account.class, AccountGrain::new).start()) {
 *   grains.get(Account.class, "42").deposit(100);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface Grains extends AutoCloseable {

  /**
   * Returns a builder with safe defaults: a member of its own that listens on loopback only.
   *
   * @return a new builder
   */
  static GrainsBuilder builder() {
    return GrainsRuntime.builder();
  }

  /**
   * Adds to a Hazelcast member configuration what grains needs, for {@link
   * GrainsBuilder#hazelcast(HazelcastInstance)}. Nothing that is set already is changed.
   *
   * @param config the configuration, before the member starts
   * @return the same configuration
   */
  static Config configure(Config config) {
    return GrainsRuntime.configure(config);
  }

  /**
   * Adds to a Hazelcast member configuration what grains needs, and lets commands be taken only
   * when enough members are there.
   *
   * @param config the configuration, before the member starts
   * @param minMembers how many members, the same on all of them: the defence of replicated grains
   *     against a split
   * @return the same configuration
   */
  static Config configure(Config config, int minMembers) {
    return GrainsRuntime.configure(config, minMembers);
  }

  /**
   * Adds to a Hazelcast client configuration what grains needs, for {@link
   * GrainsBuilder#hazelcast(HazelcastInstance)}.
   *
   * @param config the configuration, before the client starts
   * @return the same configuration
   */
  static ClientConfig configure(ClientConfig config) {
    return GrainsRuntime.configure(config);
  }

  /**
   * Returns a reference to a grain. Costs next to nothing and reaches nobody: the grain always
   * exists, and is activated when it is called. Keep it or drop it at will.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param key the key of the grain
   * @return an object whose methods send commands and queries to the grain; thread-safe
   * @throws GrainDefinitionException if the contract cannot work
   * @throws IllegalArgumentException if the key cannot be one
   */
  default <C> C get(Class<C> contract, String key) {
    return get(contract, key, CallOptions.defaults());
  }

  /**
   * Returns a reference to a grain whose calls carry options.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param key the key of the grain
   * @param options the options of every call made through the reference
   * @return an object whose methods send commands and queries to the grain; thread-safe
   * @throws GrainDefinitionException if the contract cannot work
   * @throws IllegalArgumentException if the key cannot be one
   */
  <C> C get(Class<C> contract, String key, CallOptions options);

  /**
   * Asks the owner of a grain to let its activation leave memory once its waiting commands are
   * done.
   *
   * @param contract the contract
   * @param key the key of the grain
   * @return completed when the owner has taken note
   */
  CompletionStage<Void> deactivate(Class<?> contract, String key);

  /**
   * Looks at a grain without calling it: where it is, and what is durable of it. Does not activate
   * the grain and does not count as a use.
   *
   * @param contract the contract
   * @param key the key of the grain
   * @param withState whether the state is wanted too, as JSON
   * @return completed with what was found, or with the failure of the store that was asked
   */
  CompletionStage<GrainStatus> inspect(Class<?> contract, String key, boolean withState);

  /**
   * Returns what this member hosts and does right now. Asks the other members whether the backups
   * are complete, and waits for them a second at most.
   *
   * @return a snapshot
   * @throws GrainUnavailableException after {@link #close}
   */
  GrainsStatus status();

  /**
   * Returns the Hazelcast member or client underneath.
   *
   * @return the instance; leave the maps named {@code grains.*} alone
   */
  HazelcastInstance hazelcast();

  /**
   * Stops taking commands, finishes turns and commits, deactivates what is active, and leaves the
   * cluster gracefully if the member was started by the builder. Blocks up to the shutdown timeout;
   * what is not finished by then is handed to the callers as unavailable or unknown. Calls made
   * afterwards fail with {@link GrainUnavailableException}.
   */
  @Override
  void close();
}
