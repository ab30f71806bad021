package dev.grains.internal.admission;

import com.hazelcast.map.EntryProcessor;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.ReplicaDelta;
import dev.grains.internal.commit.ReplicatedEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The map entry that an admission runs on, and what it leaves for the backups. */
final class AdmittedEntry implements EntryState {

  private final Map.Entry<Object, ReplicatedEntry> entry;
  private @Nullable EntryProcessor<Object, ReplicatedEntry, Object> backup;

  AdmittedEntry(
      Map.Entry<Object, ReplicatedEntry> entry,
      @Nullable EntryProcessor<Object, ReplicatedEntry, Object> backup) {
    this.entry = entry;
    this.backup = backup;
  }

  @Override
  public @Nullable ReplicatedEntry value() {
    return entry.getValue();
  }

  @Override
  public void replace(ReplicatedEntry value, ReplicaDelta delta) {
    entry.setValue(value);
    backup = delta;
  }

  @Override
  public void awaitBackups() {
    if (backup == null) {
      backup = BackupMark.INSTANCE;
    }
  }

  @Nullable EntryProcessor<Object, ReplicatedEntry, Object> backup() {
    return backup;
  }
}
