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

/** Grains of every kind of life cycle, and a book of those that have left, for one test. */
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

  private abstract static class GuestGrain extends EventSourcedGrain<Visits, Came>
      implements Guest {
    private final Guests guests;

    GuestGrain(Guests guests) {
      this.guests = guests;
    }

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
      guests.left.add(new Left(id(), reason));
    }

    @Override
    public int come() {
      emit(new Came(false));
      return state().count();
    }

    @Override
    public void tell() {
      come();
      afterCommit(() -> guests.told.add(id()));
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
  private static final class InlineGuestGrain extends GuestGrain implements InlineGuest {
    InlineGuestGrain(Guests guests) {
      super(guests);
    }
  }

  private static final class ReplicatedGuestGrain extends GuestGrain implements ReplicatedGuest {
    ReplicatedGuestGrain(Guests guests) {
      super(guests);
    }
  }

  @NonBlocking
  private static final class ComputingGuestGrain extends GuestGrain implements ComputingGuest {
    ComputingGuestGrain(Guests guests) {
      super(guests);
    }
  }

  private static final class BlockingGuestGrain extends GuestGrain implements BlockingGuest {
    BlockingGuestGrain(Guests guests) {
      super(guests);
    }
  }

  static final class PlainGuestGrain extends dev.grains.Grain implements PlainGuest {
    private final Guests guests;
    private int visits;

    PlainGuestGrain(Guests guests) {
      this.guests = guests;
    }

    @Override
    protected void onDeactivate(DeactivationReason reason) {
      guests.left.add(new Left(id(), reason));
    }

    @Override
    public int come() {
      return ++visits;
    }

    @Override
    public void tell() {
      come();
      afterCommit(() -> guests.told.add(id()));
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

  /**
   * Who has left, in order. Every test has its own: members that a test kills when it ends go on
   * for a while, and their grains leave then.
   */
  final List<Left> left = new CopyOnWriteArrayList<>();

  /** Who has told so after a commit, in order. */
  final List<GrainId> told = new CopyOnWriteArrayList<>();

  void host(GrainsBuilder grains, GrainOptions options, FaultyStore store) {
    GrainOptions inStore = options.withStorage(Storage.in(store));
    grains
        .register(InlineGuest.class, () -> new InlineGuestGrain(this), options)
        .register(ReplicatedGuest.class, () -> new ReplicatedGuestGrain(this), options)
        .register(ComputingGuest.class, () -> new ComputingGuestGrain(this), inStore)
        .register(BlockingGuest.class, () -> new BlockingGuestGrain(this), inStore)
        .register(PlainGuest.class, () -> new PlainGuestGrain(this), options);
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
