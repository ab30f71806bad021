package dev.grains.internal.activation;

import dev.grains.GrainId;
import dev.grains.internal.turn.TurnContext;
import dev.grains.spi.GrainJackson;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoredGrain;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Looks at grains without calling, activating or keeping them. Thread-safe. */
final class Inspection {

  private final JsonMapper json = GrainJackson.configure(JsonMapper.builder()).build();

  /** Looks at what is in memory; does not block. */
  Seen inMemory(TypeHost host, GrainId id, boolean withState) {
    Activation activation = host.find(id.key());
    Committed committed = activation == null ? null : activation.committed;
    return committed == null
        ? new Seen(activation != null, Seen.UNKNOWN, null)
        : new Seen(true, committed.version(), state(host, committed.state(), withState));
  }

  /** Looks at what is stored; blocks. */
  Seen stored(TypeHost host, GrainId id, boolean active, boolean withState) {
    GrainStore store = host.settings().store();
    if (store == null) {
      return new Seen(active, 0, null);
    }
    TurnContext context = host.newContext(id);
    host.definition().newInstance(context);
    StoredGrain stored =
        store.load(host.definition().type(), id, InlineActivation.fold(context.hooks()));
    return new Seen(active, stored.version(), state(host, stored.state(), withState));
  }

  private @Nullable String state(TypeHost host, @Nullable Object state, boolean wanted) {
    Type type = host.definition().type().stateType();
    return wanted && state != null && type != null
        ? json.writerFor(json.constructType(type)).writeValueAsString(state)
        : null;
  }
}
