package dev.grains.internal.call;

import dev.grains.annotation.Grain;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletionStage;

/** A contract with a method of every kind. */
@Grain("teller")
interface Teller {

  long pay(long cents);

  CompletionStage<Long> order(long cents);

  @ReadOnly
  long balance();

  @OneWay
  void note(long cents);

  long text(String text);
}
