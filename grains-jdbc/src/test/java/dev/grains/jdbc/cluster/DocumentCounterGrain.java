package dev.grains.jdbc.cluster;

import dev.grains.StatefulGrain;

final class DocumentCounterGrain extends StatefulGrain<Tally> implements DocumentCounter {

  @Override
  protected Tally initialState() {
    return Tally.EMPTY;
  }

  @Override
  public long count(String caller, long sequence) {
    setState(state().plus(new Counted(caller, sequence)));
    return state().total();
  }

  @Override
  public Tally tally() {
    return state();
  }
}
