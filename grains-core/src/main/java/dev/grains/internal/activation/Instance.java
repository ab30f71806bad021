package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Batch;
import dev.grains.internal.turn.KnownReplies;
import dev.grains.internal.turn.TurnContext;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoredGrain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grain instance of a queued activation with its tentative state. Confined to the runner. */
final class Instance {

  private final GrainId id;
  private final TypeHost host;
  private @Nullable TurnContext context;
  private @Nullable Object grain;

  Instance(GrainId id, TypeHost host) {
    this.id = id;
    this.host = host;
  }

  /**
   * Makes a new instance and loads its state.
   *
   * @param goodbye why the one before it goes, if there is one
   */
  StoredGrain load(DeactivationReason goodbye) {
    if (context != null) {
      host.hooks().deactivate(context, host.services().loads(), goodbye);
      host.metrics().replaced(goodbye);
      context = null;
      grain = null;
    }
    TurnContext fresh = host.newContext(id);
    Object newGrain = host.definition().newInstance(fresh);
    GrainStore store = host.settings().store();
    StoredGrain stored = StoredGrain.NONE;
    if (store != null) {
      long start = System.nanoTime();
      stored = store.load(host.definition().type(), id, InlineActivation.fold(fresh.hooks()));
      host.metrics().loaded(System.nanoTime() - start);
    }
    fresh.reset(stored.state(), stored.version());
    host.hooks().activate(fresh, host.services().loads());
    context = fresh;
    grain = newGrain;
    return stored;
  }

  boolean loaded() {
    return context != null;
  }

  TurnContext context() {
    TurnContext known = context;
    if (known == null) {
      throw new IllegalStateException(id + " has not been loaded");
    }
    return known;
  }

  Object grain() {
    Object known = grain;
    if (known == null) {
      throw new IllegalStateException(id + " has not been loaded");
    }
    return known;
  }

  void deactivate(DeactivationReason reason) {
    host.hooks().deactivate(context(), host.services().workers(), reason);
  }

  /** Whether the store must be asked, which blocks, for the idempotency keys of a batch. */
  boolean mustAskStore(Batch batch, RecentKeys recent) {
    if (host.settings().store() == null || batch.query()) {
      return false;
    }
    for (int i = 0; i < batch.size(); i++) {
      String key = batch.command(i).idempotencyKey();
      if (key != null && recent.reply(key, host.now()) == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Looks up the idempotency keys of a batch before it runs; may block.
   *
   * @throws dev.grains.spi.StoreUnavailableException if the store cannot be asked
   */
  KnownReplies knownReplies(Batch batch, RecentKeys recent) {
    if (!mustAskStore(batch, recent)) {
      return key -> recent.reply(key, host.now());
    }
    Set<String> unknown = new HashSet<>();
    for (int i = 0; i < batch.size(); i++) {
      String key = batch.command(i).idempotencyKey();
      if (key != null && recent.reply(key, host.now()) == null) {
        unknown.add(key);
      }
    }
    Map<String, byte[]> stored = stored(unknown);
    return key -> {
      byte[] reply = recent.reply(key, host.now());
      return reply == null ? stored.get(key) : reply;
    };
  }

  private Map<String, byte[]> stored(Set<String> keys) {
    GrainStore store = host.settings().store();
    if (store == null) {
      return Map.of();
    }
    Map<String, byte[]> replies = new HashMap<>();
    store
        .replies(host.definition().type(), id, keys)
        .forEach(reply -> replies.put(reply.key(), reply.reply()));
    return replies;
  }
}
