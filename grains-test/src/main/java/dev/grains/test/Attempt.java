package dev.grains.test;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the code that calls the grain got.
 *
 * @param <R> the type of the reply
 * @param reply what it returned, null if it failed
 * @param thrown what it failed with, null if it did not
 */
record Attempt<R extends @Nullable Object>(@Nullable R reply, @Nullable Throwable thrown) {

  static <C, R extends @Nullable Object> Attempt<R> of(GrainFixture.Call<C, R> call, C grain) {
    try {
      return new Attempt<>(call.on(grain), null);
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      return new Attempt<>(null, e);
    }
  }

  /** Returns the one turn that the call was. */
  Turn turn(FixtureGrain grain) {
    List<Turn> turns = grain.takeTurns();
    if (turns.size() != 1) {
      throw new AssertionError(
          "a step calls the grain once, this one called "
              + grain.id()
              + " "
              + turns.size()
              + " times: "
              + turns.stream().map(Turn::call).toList(),
          thrown);
    }
    Turn turn = turns.get(0);
    if (thrown != null && thrown != turn.failure()) {
      throw new AssertionError("the code around " + turn.call() + " failed with " + thrown, thrown);
    }
    return turn;
  }
}
