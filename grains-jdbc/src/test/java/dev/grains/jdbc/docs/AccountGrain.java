package dev.grains.jdbc.docs;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.EventType;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.Snapshot;

@NonBlocking
@Snapshot(every = 100, format = 1)
public final class AccountGrain extends EventSourcedGrain<Long, AccountGrain.Deposited>
    implements Account {

  /** Money came in. */
  @EventType(value = "deposited", version = 2)
  public record Deposited(long cents, String currency) {}

  @Override
  protected Long initialState() {
    return 0L;
  }

  @Override
  protected Long apply(Long balance, Deposited event) {
    return balance + event.cents();
  }

  @Override
  public long deposit(long cents) {
    emit(new Deposited(cents, "EUR"));
    return state();
  }

  @Override
  public long balance() {
    return state();
  }
}
