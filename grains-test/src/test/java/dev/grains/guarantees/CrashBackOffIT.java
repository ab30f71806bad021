package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.EventSourcedGrain;
import dev.grains.GrainOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A grain that keeps crashing is tried again less and less often, and recovers by itself. */
class CrashBackOffIT {

  /** What goes wrong with each attempt. */
  private enum Trouble {
    NONE,
    IN_LOAD,
    IN_ACTIVATE,
    IN_APPLY
  }

  private static volatile Trouble trouble = Trouble.NONE;
  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  interface Fragile {
    int touch();

    @ReadOnly
    int touched();
  }

  @Grain("inline-fragile")
  interface InlineFragile extends Fragile {}

  @Grain("computing-fragile")
  interface ComputingFragile extends Fragile {}

  @Grain("blocking-fragile")
  interface BlockingFragile extends Fragile {}

  record Touched(int number) {}

  record Touches(int count) {}

  abstract static class FragileGrain extends EventSourcedGrain<Touches, Touched>
      implements Fragile {

    @Override
    protected Touches initialState() {
      return new Touches(0);
    }

    @Override
    protected void onActivate() {
      failIf(Trouble.IN_ACTIVATE);
    }

    @Override
    protected Touches apply(Touches state, Touched event) {
      failIf(Trouble.IN_APPLY);
      return new Touches(event.number());
    }

    @Override
    public int touch() {
      emit(new Touched(state().count() + 1));
      return state().count();
    }

    @Override
    public int touched() {
      return state().count();
    }
  }

  @NonBlocking
  static final class InlineFragileGrain extends FragileGrain implements InlineFragile {}

  @NonBlocking
  static final class ComputingFragileGrain extends FragileGrain implements ComputingFragile {}

  static final class BlockingFragileGrain extends FragileGrain implements BlockingFragile {}

  private static void failIf(Trouble wanted) {
    if (trouble == wanted) {
      ATTEMPTS.incrementAndGet();
      throw new IllegalStateException("it is broken");
    }
  }

  private final SettableClock clock = new SettableClock();
  private final FaultyStore store = new FaultyStore();
  private GrainCluster cluster;

  @BeforeEach
  void start() {
    trouble = Trouble.NONE;
    store.beforeLoad = id -> failIf(Trouble.IN_LOAD);
    GrainOptions inStore = GrainOptions.defaults().withStorage(Storage.in(store));
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(InlineFragile.class, InlineFragileGrain::new)
                    .register(ComputingFragile.class, ComputingFragileGrain::new, inStore)
                    .register(BlockingFragile.class, BlockingFragileGrain::new, inStore)
                    .clock(clock));
  }

  @AfterEach
  void stop() {
    trouble = Trouble.NONE;
    cluster.close();
  }

  private Stream<DynamicTest> everyKind(Trouble wanted) {
    return Stream.of(InlineFragile.class, ComputingFragile.class, BlockingFragile.class)
        .filter(kind -> wanted != Trouble.IN_LOAD || kind != InlineFragile.class)
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getSimpleName(),
                    () -> keepsCrashing(kind, cluster.member(0).get(kind, "a"), wanted)));
  }

  @TestFactory
  Stream<DynamicTest> aGrainThatCannotBeLoadedIsTriedAgainLessAndLessOften() {
    return everyKind(Trouble.IN_LOAD);
  }

  @TestFactory
  Stream<DynamicTest> aGrainThatCannotBeActivatedIsTriedAgainLessAndLessOften() {
    return everyKind(Trouble.IN_ACTIVATE);
  }

  @TestFactory
  Stream<DynamicTest> aGrainWhoseEventsCannotBeAppliedIsTriedAgainLessAndLessOften() {
    return everyKind(Trouble.IN_APPLY);
  }

  private void keepsCrashing(Class<? extends Fragile> kind, Fragile fragile, Trouble wanted) {
    assertThat(fragile.touch()).isEqualTo(1);
    leave(kind);
    trouble = wanted;
    ATTEMPTS.set(0);
    crashes(fragile);
    crashes(fragile); // the first failure costs no time
    assertThat(ATTEMPTS).hasValue(2);

    long backOff = 100;
    for (int crashes = 2; crashes < 14; crashes++) {
      holdsOff(fragile, crashes, backOff);
      clock.advance(Duration.ofMillis(backOff - 1));
      holdsOff(fragile, crashes, 1);
      clock.advance(Duration.ofMillis(1));
      crashes(fragile);
      assertThat(ATTEMPTS).hasValue(crashes + 1);
      backOff = Math.min(30_000, 2 * backOff);
    }
    holdsOff(fragile, 14, 30_000);

    recovers(kind, fragile, wanted);
  }

  private static void crashes(Fragile fragile) {
    assertThatThrownBy(fragile::touch)
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("fragile/a was not done")
        .hasMessageContaining("could not be activated")
        .hasMessageContaining("it is broken");
  }

  /** Neither commands nor queries make an attempt before its time. */
  private static void holdsOff(Fragile fragile, int crashes, long left) {
    int attempts = ATTEMPTS.get();
    for (ThrowingCallable call : List.<ThrowingCallable>of(fragile::touch, fragile::touched)) {
      assertThatThrownBy(call)
          .isInstanceOf(GrainUnavailableException.class)
          .hasMessageContaining("fragile/a was not done")
          .hasMessageContaining("has failed " + crashes + " times")
          .hasMessageContaining("it is broken")
          .hasMessageContaining("in " + left + " ms");
    }
    assertThat(ATTEMPTS).hasValue(attempts);
  }

  private void recovers(Class<? extends Fragile> kind, Fragile fragile, Trouble wanted) {
    trouble = Trouble.NONE;
    clock.advance(Duration.ofSeconds(30));
    assertThat(fragile.touch()).isEqualTo(2);
    assertThat(fragile.touched()).isEqualTo(2);

    leave(kind);
    trouble = wanted; // what was, is forgotten
    crashes(fragile);
    trouble = Trouble.NONE;
    assertThat(fragile.touch()).isEqualTo(3);
  }

  private void leave(Class<? extends Fragile> kind) {
    cluster.member(0).deactivate(kind, "a").toCompletableFuture().join();
    String type = kind.getAnnotation(Grain.class).value();
    await()
        .until(
            () ->
                cluster.member(0).status().types().stream()
                    .filter(each -> each.name().equals(type))
                    .allMatch(each -> each.active() == 0));
  }

  @TestFactory
  Stream<DynamicTest> aCommandWhoseEventCannotBeAppliedDoesNotHoldOffTheNext() {
    return Stream.of(InlineFragile.class, ComputingFragile.class, BlockingFragile.class)
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getSimpleName(),
                    () -> {
                      Fragile fragile = cluster.member(0).get(kind, "b");
                      for (int i = 0; i < 10; i++) {
                        trouble = Trouble.IN_APPLY;
                        assertThatThrownBy(fragile::touch).hasMessageContaining("it is broken");
                        trouble = Trouble.NONE;
                        assertThat(fragile.touched()).isZero();
                      }
                      assertThat(fragile.touch()).isEqualTo(1);
                    }));
  }
}
