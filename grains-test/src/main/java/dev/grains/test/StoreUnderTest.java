package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

interface StoreUnderTest {

  boolean keepsEvents();

  SettableClock clock();

  GrainStore store();

  GrainStore anotherStore() throws Exception;

  default Instant now() {
    return clock().instant();
  }

  default LedgerWriter ledger() {
    return ledger(StoredSamples.LEDGER);
  }

  default LedgerWriter ledger(GrainType type) {
    return ledger(type, UUID.randomUUID().toString());
  }

  default LedgerWriter ledger(GrainType type, String key) {
    return new LedgerWriter(type, key, clock());
  }

  default DocumentWriter document() {
    return document(UUID.randomUUID().toString());
  }

  default DocumentWriter document(String key) {
    return new DocumentWriter(StoredSamples.PROFILE, key, clock());
  }

  default List<CommitResult> commit(Commit... commits) {
    return store().commit(Arrays.asList(commits));
  }

  default void committed(Commit... commits) {
    assertThat(commit(commits))
        .hasSize(commits.length)
        .allSatisfy(result -> assertThat(result).isInstanceOf(Committed.class));
  }
}
