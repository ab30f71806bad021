package dev.grains.internal.runtime;

import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;

/** Counts; what tests of the runtime host. */
@Grain("counter")
public interface Counter {

  long add(long amount);

  @ReadOnly
  long total();

  /** Its state. */
  record Total(long value) {}

  /** A counter that is kept in cluster memory. */
  final class CounterGrain extends StatefulGrain<Total> implements Counter {

    @Override
    protected Total initialState() {
      return new Total(0);
    }

    @Override
    public long add(long amount) {
      setState(new Total(state().value() + amount));
      return state().value();
    }

    @Override
    public long total() {
      return state().value();
    }
  }
}
