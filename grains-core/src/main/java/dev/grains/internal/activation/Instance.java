package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.turn.TurnContext;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoredGrain;
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
}
