package dev.grains.jdbc.cluster;

import dev.grains.EventSourcedGrain;

/** Counts commands with one event each. */
abstract class CounterGrain extends EventSourcedGrain<Tally, Counted> {

  @Override
  protected Tally initialState() {
    return Tally.EMPTY;
  }

  @Override
  protected Tally apply(Tally state, Counted event) {
    return state.plus(event);
  }

  public long count(String caller, long sequence) {
    emit(new Counted(caller, sequence));
    return state().total();
  }

  public Tally tally() {
    return state();
  }
}
