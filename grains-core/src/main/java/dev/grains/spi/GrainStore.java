package dev.grains.spi;

import dev.grains.GrainId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where grains are kept for good.
 *
 * <p>Thread-safe. All methods block and are called on threads that may: loads and lookups of
 * replies on workers, commits on a few committer threads. A grain is committed by one thread of a
 * member at a time, but two members may hold activations of one grain for a moment: the
 * compare-and-set of {@link #commit} decides.
 *
 * @since 0.1
 */
public interface GrainStore extends AutoCloseable {

  /**
   * Checks that grains of a type can be kept here; called once for each hosted type, before the
   * first load.
   *
   * @param type the type
   * @throws dev.grains.GrainDefinitionException if they cannot
   */
  default void register(GrainType type) {}

  /**
   * Loads a grain. Events are read as a stream and folded one by one.
   *
   * @param type the type of the grain
   * @param id the grain
   * @param fold builds the state; what it throws is passed on unchanged
   * @return what is stored; version 0 and no state if nothing is
   * @throws StoreUnavailableException if the store cannot be reached now
   * @throws StoredDataException if what is stored cannot be understood
   */
  StoredGrain load(GrainType type, GrainId id, EventFold fold);

  /**
   * Commits what turns have written. Each commit is all or nothing and independent of the others:
   * the conflict or failure of one never fails its neighbours.
   *
   * @param commits the commits, at most one for each grain
   * @return the outcome of each, in the same order and number
   * @throws StoreUnavailableException if surely none of them was committed
   */
  List<CommitResult> commit(List<Commit> commits);

  /**
   * Looks for the replies that were committed with idempotency keys, for many grains at once.
   *
   * @param lookups what is looked for
   * @return for each lookup, in the same order and number, the replies to those of its keys that
   *     are known and have not expired, in any order
   * @throws StoreUnavailableException if the store cannot be reached now
   */
  List<List<KeyedReply>> replies(List<ReplyLookup> lookups);

  /**
   * Reads the events of a grain in order, for tools and tests.
   *
   * @param type the type of the grain
   * @param id the grain
   * @param afterVersion the version to start behind, 0 for all
   * @param reader called for each event
   * @throws UnsupportedOperationException if this store keeps no events
   * @throws StoreUnavailableException if the store cannot be reached now
   */
  default void history(
      GrainType type, GrainId id, long afterVersion, Consumer<StoredEvent> reader) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " keeps no events");
  }

  /**
   * Tells whether the store can be reached, for health checks.
   *
   * @throws StoreUnavailableException if not
   */
  default void ping() {}

  /** Gives back what the store itself has opened; what it was given stays open. */
  @Override
  default void close() {}
}
