package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that do not come back as they went. */
class FixtureSurvivalTests {

  private static final String HALF_A_PAIR = "\uD83D";

  private final GrainFixture<Store, Shelf, Void> fixture =
      GrainFixture.stateful(Store.class, StoreGrain::new).key("s");

  @Test
  void handlersGetWhatARemoteCallerSends() {
    List<Growing> given = List.of();

    fixture.when(store -> store.isSame(given, given)).thenReply(false);
  }

  @Test
  void argumentIsAnotherOnArrival() {
    assertThatThrownBy(() -> fixture.whenVoid(store -> store.put(new Growing("a"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "argument 1 of store/s.put(", "does not survive serialization", Growing.class.getName())
        .hasMessageContainingAll("Growing[text=a!]", "arrives as Growing[text=a!!]");
  }

  @Test
  void argumentCannotBeWritten() {
    assertThatThrownBy(() -> fixture.when(store -> store.echo(HALF_A_PAIR)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("an argument of store/s.echo(", "does not survive", "surrogate");
  }

  @Test
  void argumentHasNoEquals() {
    assertThatThrownBy(() -> fixture.whenVoid(store -> store.putOdd(new Odd(1))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "argument 1 of store/s.putOdd(", Odd.class.getName(), "lack equals");
  }

  @Test
  void replyIsAnotherOnArrival() {
    assertThatThrownBy(() -> fixture.when(store -> store.growing("a")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("the reply of store/s.growing(a)", "Growing[text=a!!]");
    assertThatThrownBy(() -> fixture.whenAsync(store -> store.growingSoon("a")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("the reply of store/s.growingSoon(a)", "Growing[text=a!!]");
  }

  @Test
  void stateIsAnotherWhenLoaded() {
    assertThatThrownBy(() -> fixture.whenVoid(store -> store.grow("a")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("the state after store/s.grow(a)", "does not survive");
  }

  @Test
  void givenStateIsAnotherWhenLoaded() {
    Shelf shelf = new Shelf(new Growing("a"));

    assertThatThrownBy(() -> fixture.givenState(shelf))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the given state does not survive");
  }

  @Test
  void exceptionIsNotPartOfTheContract() {
    assertThatThrownBy(
            () -> fixture.whenVoid(store -> store.fail(new Undeclared("a").getMessage())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "the exception of store/s.fail(a)", Undeclared.class.getName(), "GrainCallException")
        .hasMessageContaining("throws clause")
        .hasCauseInstanceOf(Undeclared.class);
  }

  @Test
  void exceptionOfTheContractArrivesAsItself() {
    fixture
        .whenVoid(store -> store.failAsDeclared("a"))
        .thenFails(Declared.class, failure -> assertThat(failure).hasMessage("a"));
  }

  @Test
  void nothingIsCheckedWhenTheCheckIsOff() {
    Growing given = new Growing("a");

    fixture.withoutSerialization().when(store -> store.isSame(List.of(given), List.of(given)));
    fixture.whenVoid(store -> store.put(given)).thenState(new Shelf(given));
    fixture.whenVoid(store -> store.fail("a")).thenFails(Undeclared.class);
  }

  /** Every time it is built it grows, so it never comes back as it went. */
  record Growing(String text) {
    Growing {
      text = text + "!";
    }
  }

  record Odd(int number) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  record Shelf(@Nullable Growing growing) {}

  static final class Undeclared extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undeclared(String message) {
      super(message);
    }
  }

  static final class Declared extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Declared(String message) {
      super(message);
    }
  }

  @Grain("store")
  interface Store {
    void put(Growing growing);

    void putOdd(Odd odd);

    void grow(String text);

    boolean isSame(List<Growing> left, List<Growing> right);

    String echo(String text);

    Growing growing(String text);

    CompletionStage<Growing> growingSoon(String text);

    void fail(String message);

    void failAsDeclared(String message) throws Declared;
  }

  static final class StoreGrain extends StatefulGrain<Shelf> implements Store {

    @Override
    protected Shelf initialState() {
      return new Shelf(null);
    }

    @Override
    public void put(Growing growing) {
      setState(new Shelf(growing));
    }

    @Override
    public void putOdd(Odd odd) {}

    @Override
    public void grow(String text) {
      setState(new Shelf(new Growing(text)));
    }

    @Override
    public boolean isSame(List<Growing> left, List<Growing> right) {
      return left == right;
    }

    @Override
    public String echo(String text) {
      return text;
    }

    @Override
    public Growing growing(String text) {
      return new Growing(text);
    }

    @Override
    public CompletionStage<Growing> growingSoon(String text) {
      return CompletableFuture.completedFuture(new Growing(text));
    }

    @Override
    public void fail(String message) {
      throw new Undeclared(message);
    }

    @Override
    public void failAsDeclared(String message) {
      throw new Declared(message);
    }
  }
}
