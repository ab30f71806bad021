package dev.grains.internal.runtime;

import dev.grains.GrainDefinitionException;
import dev.grains.Storage;
import dev.grains.internal.activation.TypeSettings;
import dev.grains.internal.admission.EntryTransport;
import dev.grains.internal.commit.CommitterSettings;
import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.commit.GroupLookup;
import dev.grains.internal.commit.ReplicatedStore;
import dev.grains.internal.commit.Replication;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.Metrics;
import dev.grains.internal.turn.TurnSettings;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType.Kind;
import java.util.IdentityHashMap;
import java.util.concurrent.Executor;

/**
 * The stores of a runtime, each with what stands in front of it. Confined to the start of the
 * runtime.
 */
final class Stores {

  private final Settings settings;
  private final Metrics metrics;
  private final Runnable afterGroup;
  private final Executor loads;
  private final IdentityHashMap<GrainStore, GroupCommitter> committers = new IdentityHashMap<>();
  private final IdentityHashMap<GrainStore, GroupLookup> lookups = new IdentityHashMap<>();
  private final ReplicatedStore replicated;

  Stores(
      Settings settings,
      Metrics metrics,
      EntryTransport transport,
      Runnable afterGroup,
      Executor loads) {
    this.settings = settings;
    this.metrics = metrics;
    this.afterGroup = afterGroup;
    this.loads = loads;
    this.replicated = new ReplicatedStore(transport::sender, settings.codecs, settings.clock);
  }

  /** Refuses a storage that has nothing to keep. */
  static void checkStorage(GrainDefinition definition) {
    Storage own = definition.options().storage();
    if (definition.type().kind() == Kind.PLAIN && own != null && !(own instanceof Storage.None)) {
      throw new GrainDefinitionException(
          "the grain class "
              + definition.type().grainClass().getName()
              + " is a plain grain and has nothing to store; extend StatefulGrain or"
              + " EventSourcedGrain, or remove the storage");
    }
  }

  /** Where the grains of a type are kept. */
  static Storage storage(GrainDefinition definition, Settings settings) {
    if (definition.type().kind() == Kind.PLAIN) {
      return Storage.none();
    }
    Storage own = definition.options().storage();
    return own == null ? settings.storage : own;
  }

  /** How many backups the map of a type has. */
  static int backups(Storage storage) {
    return storage instanceof Storage.Replicated replicated ? replicated.backups() : 0;
  }

  TypeSettings typeSettings(GrainDefinition definition, Storage storage, TurnSettings turns) {
    int mailbox = settings.limits.mailbox();
    if (storage instanceof Storage.Replicated kept) {
      replicated.register(definition.type());
      Replication replication = replicated.replication(definition.type().name());
      boolean inline = definition.type().nonBlocking();
      return new TypeSettings(
          turns,
          replicated,
          inline ? null : committer(replicated, "replicated"),
          inline ? null : lookups(replicated, settings.threads.loads(), 1),
          replication,
          kept.backups(),
          mailbox,
          "replicated");
    }
    if (storage instanceof Storage.InStore in) {
      String name = in.store().getClass().getSimpleName();
      in.store().register(definition.type());
      return new TypeSettings(
          turns,
          in.store(),
          committer(in.store(), name),
          lookups(in.store(), settings.threads.committers(), settings.limits.groupCommits()),
          null,
          0,
          mailbox,
          name);
    }
    return new TypeSettings(turns, null, null, null, null, 0, mailbox, "none");
  }

  private GroupCommitter committer(GrainStore store, String name) {
    return committers.computeIfAbsent(
        store,
        key ->
            new GroupCommitter(
                key,
                name,
                new CommitterSettings(
                    settings.threads.committers(),
                    settings.limits.commitQueue(),
                    settings.limits.groupCommits(),
                    settings.limits.groupBytes()),
                settings.clock,
                metrics.commits(name),
                afterGroup));
  }

  /** Grains in cluster memory are asked for one by one, or a lost partition holds up the rest. */
  private GroupLookup lookups(GrainStore store, int groups, int groupKeys) {
    return lookups.computeIfAbsent(store, key -> new GroupLookup(key, loads, groups, groupKeys));
  }

  void close() {
    committers.values().forEach(GroupCommitter::close);
  }
}
