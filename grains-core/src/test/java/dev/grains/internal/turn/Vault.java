package dev.grains.internal.turn;

import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

/** Keeps a text; a contract for turns, called asynchronously so that no test waits. */
@Grain("vault")
interface Vault {

  CompletionStage<String> keep(String text);

  CompletionStage<String> keepAndFail(String text);

  CompletionStage<String> look();

  @ReadOnly
  CompletionStage<String> keepInAQuery(String text);

  /** Its state. */
  record Content(String text) {}

  /** A vault whose state goes to a store. */
  final class VaultGrain extends StatefulGrain<Content> implements Vault {

    @Override
    protected Content initialState() {
      return new Content("");
    }

    @Override
    public CompletionStage<String> keep(String text) {
      setState(new Content(text));
      return done(text);
    }

    @Override
    public CompletionStage<String> keepAndFail(String text) {
      setState(new Content(text));
      throw new IllegalStateException("the door is stuck");
    }

    @Override
    public CompletionStage<String> look() {
      return done(state().text());
    }

    @Override
    public CompletionStage<String> keepInAQuery(String text) {
      return keep(text);
    }
  }

  /** A vault that keeps its text in a field. */
  final class PlainVaultGrain extends dev.grains.Grain implements Vault {

    private String text = "";

    @Override
    public CompletionStage<String> keep(String wanted) {
      text = wanted;
      return done(text);
    }

    @Override
    public CompletionStage<String> keepAndFail(String wanted) {
      text = wanted;
      throw new IllegalStateException("the door is stuck");
    }

    @Override
    public CompletionStage<String> look() {
      return done(text);
    }

    @Override
    public CompletionStage<String> keepInAQuery(String wanted) {
      return keep(wanted);
    }
  }

  private static <T> CompletionStage<T> done(T value) {
    return java.util.concurrent.CompletableFuture.completedFuture(value);
  }
}
