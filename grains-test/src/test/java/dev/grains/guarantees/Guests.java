package dev.grains.guarantees;

import dev.grains.DeactivationReason;
import dev.grains.EventSourcedGrain;
import dev.grains.GrainId;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Grains of every kind of life cycle, which note why they leave. */
final class Guests {

  /** A guest that has left, as {@code onDeactivate} was told. */
  record Left(GrainId id, DeactivationReason reason) {}

  record Came(boolean bitter) {}

  record Visits(int count) {}

  @Grain("inline-guest")
  interface InlineGuest extends Guest {}

  @Grain("replicated-guest")
  interface ReplicatedGuest extends Guest {}

  @Grain("computing-guest")
  interface ComputingGuest extends Guest {}

  @Grain("blocking-guest")
  interface BlockingGuest extends Guest {}

  @Grain("plain-guest")
  interface PlainGuest extends Guest {}

  abstract static class GuestGrain extends EventSourcedGrain<Visits, Came> implements Guest {

    @Override
    protected Visits initialState() {
      return new Visits(0);
    }

    @Override
    protected Visits apply(Visits state, Came event) {
      if (event.bitter()) {
        throw new IllegalStateException("too bitter");
      }
      return new Visits(state.count() + 1);
    }

    @Override
    protected void onDeactivate(DeactivationReason reason) {
      LEFT.add(new Left(id(), reason));
    }

    @Override
    public int come() {
      emit(new Came(false));
      return state().count();
    }

    @Override
    public void choke() {
      emit(new Came(true));
    }

    @Override
    public void leave() {
      deactivateSoon();
    }
  }

  @NonBlocking
  static final class InlineGuestGrain extends GuestGrain implements InlineGuest {}

  static final class ReplicatedGuestGrain extends GuestGrain implements ReplicatedGuest {}

  @NonBlocking
  static final class ComputingGuestGrain extends GuestGrain implements ComputingGuest {}

  static final class BlockingGuestGrain extends GuestGrain implements BlockingGuest {}

  static final class PlainGuestGrain extends dev.grains.Grain implements PlainGuest {
    private int visits;

    @Override
    protected void onDeactivate(DeactivationReason reason) {
      LEFT.add(new Left(id(), reason));
    }

    @Override
    public int come() {
      return ++visits;
    }

    @Override
    public void choke() {
      throw new IllegalStateException("plain guests apply no events");
    }

    @Override
    public void leave() {
      deactivateSoon();
    }
  }

  /** All kinds. */
  static final List<Class<? extends Guest>> ALL =
      List.of(
          InlineGuest.class,
          ReplicatedGuest.class,
          ComputingGuest.class,
          BlockingGuest.class,
          PlainGuest.class);

  /** Those that keep events. */
  static final List<Class<? extends Guest>> STORED = ALL.subList(0, 4);

  /** Those that keep them in the store of the test. */
  static final List<Class<? extends Guest>> IN_STORE = ALL.subList(2, 4);

  /** Who has left, in order. */
  static final List<Left> LEFT = new CopyOnWriteArrayList<>();

  private Guests() {}

  static void host(GrainsBuilder grains, GrainOptions options, FaultyStore store) {
    GrainOptions inStore = options.withStorage(Storage.in(store));
    grains
        .register(InlineGuest.class, InlineGuestGrain::new, options)
        .register(ReplicatedGuest.class, ReplicatedGuestGrain::new, options)
        .register(ComputingGuest.class, ComputingGuestGrain::new, inStore)
        .register(BlockingGuest.class, BlockingGuestGrain::new, inStore)
        .register(PlainGuest.class, PlainGuestGrain::new, options);
  }

  static GrainId id(Class<? extends Guest> kind, String key) {
    return new GrainId(kind.getAnnotation(Grain.class).value(), key);
  }

  static Left left(Class<? extends Guest> kind, String key, DeactivationReason reason) {
    return new Left(id(kind, key), reason);
  }

  static Guest get(Grains through, Class<? extends Guest> kind, String key) {
    return through.get(kind, key);
  }
}
