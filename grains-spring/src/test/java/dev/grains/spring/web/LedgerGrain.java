package dev.grains.spring.web;

import dev.grains.CallCycleException;
import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.StatefulGrain;
import dev.grains.VersionConflictException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class LedgerGrain extends StatefulGrain<LedgerGrain.Balance> implements Ledger {

  record Balance(long cents) {}

  @Override
  protected Balance initialState() {
    return new Balance(0);
  }

  @Override
  public LedgerView book(long cents) {
    setState(new Balance(state().cents() + cents));
    return new LedgerView(state().cents(), version());
  }

  @Override
  public CompletionStage<LedgerView> bookLater(long cents) {
    return CompletableFuture.completedFuture(book(cents));
  }

  @Override
  public LedgerView read() {
    return new LedgerView(state().cents(), version());
  }

  @Override
  public void fail(String kind) {
    throw switch (kind) {
      case "conflict" -> new VersionConflictException("ledger/secret is at 10.0.0.1");
      case "overloaded" -> new GrainOverloadedException("ledger/secret is at 10.0.0.1");
      case "unavailable" -> new GrainUnavailableException("ledger/secret is at 10.0.0.1");
      case "timeout" -> new CallTimeoutException("ledger/secret is at 10.0.0.1");
      case "definition" -> new GrainDefinitionException("ledger/secret is at 10.0.0.1");
      case "rebuilt" ->
          new GrainCallException("com.example.Secret", "ledger/secret is at 10.0.0.1", null);
      case "domain" -> new IllegalStateException("the ledger is closed");
      default -> new CallCycleException("ledger/secret is at 10.0.0.1");
    };
  }
}
