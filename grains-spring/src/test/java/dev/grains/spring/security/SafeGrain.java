package dev.grains.spring.security;

import dev.grains.StatefulGrain;
import dev.grains.annotation.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@NonBlocking
class SafeGrain extends StatefulGrain<SafeGrain.Content> implements Safe {

  record Content(long cents) {}

  @Override
  protected Content initialState() {
    return new Content(0);
  }

  @Override
  public long put(long cents) {
    setState(new Content(state().cents() + cents));
    return state().cents();
  }

  @Override
  public CompletionStage<Long> putLater(long cents) {
    return CompletableFuture.completedFuture(put(cents));
  }
}
