package dev.grains.test;

import dev.grains.spi.GrainStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link GrainStore} promises, as tests: extend it, open your store in {@link
 * #openStore}, and run it with JUnit Jupiter.
 *
 * <p>The tests work through the SPI alone and with grains of their own for each test, so the data
 * needs no cleaning between them.
 *
 * @since 0.1
 */
public abstract class GrainStoreContract
    implements EventContract,
        DocumentContract,
        GroupContract,
        ReceiptContract,
        IdempotencyContract,
        SnapshotContract,
        HistoryContract {

  private final SettableClock clock = new SettableClock();
  private final List<GrainStore> opened = new ArrayList<>();
  private @Nullable GrainStore store;

  /** Creates the tests. */
  protected GrainStoreContract() {}

  /**
   * Opens a store on the data of this test. All stores that a test opens share their data, like
   * those of the members of a cluster; they are closed after the test.
   *
   * @param clock the clock of the store
   * @return the store
   * @throws Exception if it cannot be opened, which fails the test
   */
  protected abstract GrainStore openStore(InstantSource clock) throws Exception;

  /**
   * Returns whether the store keeps events one by one: whether it folds them on load and shows the
   * history of a grain.
   *
   * @return true unless overridden
   */
  @Override
  public boolean keepsEvents() {
    return true;
  }

  @Override
  public final SettableClock clock() {
    return clock;
  }

  @Override
  public final GrainStore store() {
    return Objects.requireNonNull(store, "the store is opened before each test");
  }

  @Override
  public final GrainStore anotherStore() throws Exception {
    GrainStore another = openStore(clock);
    opened.add(another);
    StoredSamples.TYPES.forEach(another::register);
    return another;
  }

  /**
   * Opens the store of the test.
   *
   * @throws Exception if it cannot be opened
   */
  @BeforeEach
  final void openTheStore() throws Exception {
    store = anotherStore();
  }

  /** Closes what the test has opened. */
  @AfterEach
  final void closeTheStores() {
    opened.forEach(GrainStore::close);
  }
}
