package dev.grains.spring.web;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

@Grain("ledger")
interface Ledger {

  LedgerView book(long cents);

  CompletionStage<LedgerView> bookLater(long cents);

  @ReadOnly
  LedgerView read();

  void fail(String kind);
}
