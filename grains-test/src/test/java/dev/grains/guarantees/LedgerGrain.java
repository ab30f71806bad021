package dev.grains.guarantees;

import dev.grains.EventSourcedGrain;

/** Counts commands, and watches that its turns do not overlap. */
abstract class LedgerGrain extends EventSourcedGrain<Tally, Counted> {

  @Override
  protected Tally initialState() {
    return Tally.EMPTY;
  }

  @Override
  protected Tally apply(Tally state, Counted event) {
    return state.plus(event);
  }

  public long count(String caller, long sequence) {
    Overlaps.enter(id());
    try {
      emit(new Counted(caller, sequence));
      return state().total();
    } finally {
      Overlaps.leave(id());
    }
  }

  public Tally tally() {
    return state();
  }
}
