package dev.grains.internal.activation;

import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.commit.GroupLookup;
import dev.grains.internal.commit.Replication;
import dev.grains.internal.turn.TurnSettings;
import dev.grains.spi.GrainStore;
import org.jspecify.annotations.Nullable;

/**
 * How the grains of a type run and where they are kept.
 *
 * @param turns how turns run
 * @param store the store, null for none
 * @param committer writes to the store, null for none
 * @param lookups asks the store for idempotency keys, null if there is no need to
 * @param replication set if the store is the memory of the cluster
 * @param backups the number of backups there
 * @param mailbox how many batches may wait at an activation
 * @param storage what to call the store in status and meters
 */
public record TypeSettings(
    TurnSettings turns,
    @Nullable GrainStore store,
    @Nullable GroupCommitter committer,
    @Nullable GroupLookup lookups,
    @Nullable Replication replication,
    int backups,
    int mailbox,
    String storage) {}
