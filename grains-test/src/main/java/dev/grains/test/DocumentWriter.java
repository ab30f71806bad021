package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.StoredGrain;
import dev.grains.test.StoredSamples.Profile;
import java.time.InstantSource;
import java.util.Map;

/** Writes what an activation of one document would write. Confined to one thread. */
final class DocumentWriter {

  private static final EventFold NO_EVENTS =
      new EventFold() {
        @Override
        public Object initialState() {
          throw new AssertionError("a document has no events to fold");
        }

        @Override
        public Object apply(Object state, Object event) {
          throw new AssertionError("a document has no events to fold");
        }
      };

  private final GrainType type;
  private final GrainId id;
  private final InstantSource clock;
  private long version;

  DocumentWriter(GrainType type, String key, InstantSource clock) {
    this.type = type;
    this.id = new GrainId(type.name(), key);
    this.clock = clock;
  }

  GrainType type() {
    return type;
  }

  GrainId id() {
    return id;
  }

  /** Returns a commit of a new state that follows the one before. */
  CommitBuilder set(String name) {
    return next().state(new Profile(name, Map.of(name, 1)));
  }

  /** Returns a commit that clears the document. */
  CommitBuilder clear() {
    return next().state(null);
  }

  private CommitBuilder next() {
    return new CommitBuilder(type, id, clock.instant()).expecting(version++);
  }

  /** Goes on as if the grain were at another version. */
  DocumentWriter at(long otherVersion) {
    version = otherVersion;
    return this;
  }

  StoredGrain load(GrainStore store) {
    return store.load(type, id, NO_EVENTS);
  }
}
