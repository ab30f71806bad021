package dev.grains;

import dev.grains.spi.GrainStore;
import java.util.Objects;

/**
 * Where the grains of a type are kept.
 *
 * @since 0.1
 */
public sealed interface Storage {

  /**
   * Returns storage in the activation alone: fast, and gone with it.
   *
   * @return the storage
   */
  static Storage none() {
    return None.INSTANCE;
  }

  /**
   * Returns storage in cluster memory with one synchronous backup.
   *
   * @return the storage
   */
  static Storage replicated() {
    return new Replicated(1);
  }

  /**
   * Returns storage in cluster memory.
   *
   * @param backups the number of synchronous backups, 0 to 6: how many members may be lost at once
   * @return the storage
   */
  static Storage replicated(int backups) {
    return new Replicated(backups);
  }

  /**
   * Returns storage in a store, such as that of grains-jdbc.
   *
   * @param store the store; closed by whoever made it
   * @return the storage
   */
  static Storage in(GrainStore store) {
    return new InStore(store);
  }

  /** The activation is all there is. */
  record None() implements Storage {
    private static final None INSTANCE = new None();
  }

  /**
   * The memory of the cluster.
   *
   * @param backups the number of synchronous backups
   */
  record Replicated(int backups) implements Storage {
    /** Checks the number. */
    public Replicated {
      if (backups < 0 || backups > 6) {
        throw new IllegalArgumentException("backups must be 0 to 6, was " + backups);
      }
    }
  }

  /**
   * A store.
   *
   * @param store the store
   */
  record InStore(GrainStore store) implements Storage {
    /** Checks the store. */
    public InStore {
      Objects.requireNonNull(store, "store");
    }
  }
}
