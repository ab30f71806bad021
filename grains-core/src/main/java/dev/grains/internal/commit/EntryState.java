package dev.grains.internal.commit;

import org.jspecify.annotations.Nullable;

/** The entry of a grain during its admission. Confined to the partition thread. */
public interface EntryState {

  @Nullable ReplicatedEntry value();

  /** Replaces the value, here now, and on the backups before the caller has its answer. */
  void replace(ReplicatedEntry value, ReplicaDelta delta);

  /** Lets the answer wait until the backups have what was replaced before. */
  void awaitBackups();
}
