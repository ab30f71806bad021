package dev.grains.internal.definition;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.annotation.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Contracts and grains like those that users write, as hidden as Java allows. */
final class Bank {

  private Bank() {}

  @Grain("account")
  interface Account {
    long deposit(long cents);

    CompletionStage<Long> withdraw(long cents) throws Overdrawn;

    CompletionStage<Void> close();

    @ReadOnly
    long balance();

    @ReadOnly
    Map<String, List<Receipt>> receipts(@Nullable String filter, int limit);

    @OneWay
    void audit(String note);

    default long depositTwice(long cents) {
      deposit(cents);
      return deposit(cents);
    }

    static int unused() {
      return 0;
    }
  }

  record Receipt(long cents) {}

  static final class Overdrawn extends Exception {
    private static final long serialVersionUID = 1L;

    private final long missing;

    Overdrawn(long missing) {
      super(missing + " cents are missing");
      this.missing = missing;
    }

    long missing() {
      return missing;
    }
  }

  record State(long cents) {}

  sealed interface Event permits Deposited, Withdrawn {}

  record Deposited(long cents) implements Event {}

  record Withdrawn(long cents) implements Event {}

  @NonBlocking
  @Snapshot(every = 7, format = 3, deleteOlderEvents = true)
  static final class AccountGrain extends EventSourcedGrain<State, Event> implements Account {
    @Override
    protected State initialState() {
      return new State(0);
    }

    @Override
    protected State apply(State state, Event event) {
      return state;
    }

    @Override
    public long deposit(long cents) {
      if (cents < 0) {
        throw new IllegalArgumentException("cents must not be negative");
      }
      return cents;
    }

    @Override
    public CompletionStage<Long> withdraw(long cents) throws Overdrawn {
      if (cents > 100) {
        throw new Overdrawn(cents - 100);
      }
      return CompletableFuture.completedFuture(cents);
    }

    @Override
    public CompletionStage<Void> close() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public long balance() {
      return 42;
    }

    @Override
    public Map<String, List<Receipt>> receipts(@Nullable String filter, int limit) {
      return Map.of(String.valueOf(filter), List.of(new Receipt(limit)));
    }

    @Override
    public void audit(String note) {}
  }

  interface Repository<T, K> {
    void save(T value);

    T find(K key);

    <X extends Receipt> X print(X receipt);
  }

  @Grain("ledger")
  interface Ledger extends Repository<List<Receipt>, Integer> {
    @Override
    List<Receipt> find(Integer key);
  }

  interface Base {
    Object describe(int index);

    Number count();
  }

  @Grain("counter")
  interface Counter extends Base {
    @Override
    String describe(int index);

    @Override
    Long count();

    void add(int value);

    void add(long value);

    void add(Integer value);
  }
}
