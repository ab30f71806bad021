package dev.grains.test;

import dev.grains.DeactivationReason;
import dev.grains.EventSourcedGrain;
import dev.grains.GrainId;
import dev.grains.GrainOptions;
import dev.grains.StatefulGrain;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.spi.GrainType;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tests one grain without a cluster: given what happened, when it is called, then this is the
 * outcome.
 *
 * <p>The grain runs as it would on a member: activated on its first call, one call at a time, its
 * queries on the committed state, a failed command without any effect. Beside what the test asks,
 * every call checks what is easily missed, and fails with an {@link AssertionError} that says what
 * and where:
 *
 * <ul>
 *   <li>arguments, replies, exceptions, events and states survive serialization
 *   <li>events loaded again give the same state
 *   <li>no query, hook or {@code apply} emits or sets state
 *   <li>no handler changes the state in place
 * </ul>
 *
 * <p>Confined to the thread of the test, which runs everything.
 *
 * @param <C> the contract
 * @param <S> the type of the state
 * @param <E> the type of the events
 * @since 0.1
 */
public final class GrainFixture<C, S, E> {

  /**
   * A call of a grain that returns something.
   *
   * @param <C> the contract
   * @param <R> the type of what it returns
   */
  @FunctionalInterface
  public interface Call<C, R extends @Nullable Object> {

    /**
     * Calls the grain, once.
     *
     * @param grain the grain
     * @return what it returned
     * @throws Exception what it failed with
     */
    R on(C grain) throws Exception;
  }

  /**
   * A call of a grain that returns nothing.
   *
   * @param <C> the contract
   */
  @FunctionalInterface
  public interface VoidCall<C> {

    /**
     * Calls the grain, once.
     *
     * @param grain the grain
     * @throws Exception what it failed with
     */
    void on(C grain) throws Exception;
  }

  private final Class<C> contract;
  private final Codecs codecs;
  private final GrainDefinition definition;
  private final StandIns standIns;
  private final History history = new History();
  private String key = "1";
  private boolean serializing = true;
  private @Nullable FixtureGrain grain;
  private @Nullable GrainOutcome<C, S, E, ?> last;

  private GrainFixture(Class<C> contract, Supplier<?> factory, GrainType.Kind kind) {
    this.contract = contract;
    codecs = new Codecs();
    standIns = new StandIns(codecs);
    definition =
        GrainDefinition.of(Contract.of(contract, codecs), factory, GrainOptions.defaults(), codecs);
    if (definition.type().kind() != kind) {
      throw new IllegalArgumentException(
          definition.type().grainClass().getName()
              + " is a grain of the kind "
              + definition.type().kind()
              + ", use the factory method of GrainFixture for that kind");
    }
  }

  /**
   * Returns a fixture for an event-sourced grain.
   *
   * @param <C> the contract
   * @param <S> the type of the state
   * @param <E> the type of the events
   * @param contract the contract
   * @param factory creates an instance of the grain class
   * @return a new fixture
   * @throws dev.grains.GrainDefinitionException if the grain could not be registered
   */
  public static <C, S, E> GrainFixture<C, S, E> eventSourced(
      Class<C> contract, Supplier<? extends EventSourcedGrain<S, E>> factory) {
    return new GrainFixture<>(contract, factory, GrainType.Kind.EVENT_SOURCED);
  }

  /**
   * Returns a fixture for a grain whose state is one document.
   *
   * @param <C> the contract
   * @param <S> the type of the state
   * @param contract the contract
   * @param factory creates an instance of the grain class
   * @return a new fixture
   * @throws dev.grains.GrainDefinitionException if the grain could not be registered
   */
  public static <C, S> GrainFixture<C, S, Void> stateful(
      Class<C> contract, Supplier<? extends StatefulGrain<S>> factory) {
    return new GrainFixture<>(contract, factory, GrainType.Kind.STATEFUL);
  }

  /**
   * Returns a fixture for a grain without stored state.
   *
   * @param <C> the contract
   * @param contract the contract
   * @param factory creates an instance of the grain class
   * @return a new fixture
   * @throws dev.grains.GrainDefinitionException if the grain could not be registered
   */
  public static <C> GrainFixture<C, Void, Void> plain(
      Class<C> contract, Supplier<? extends C> factory) {
    return new GrainFixture<>(contract, factory, GrainType.Kind.PLAIN);
  }

  /**
   * Sets the key of the grain.
   *
   * @param value the key, "1" unless set
   * @return this fixture
   */
  public GrainFixture<C, S, E> key(String value) {
    expectNotStarted("key");
    key = value;
    return this;
  }

  /**
   * Puts an object in the place of another grain. Calls to grains that nothing stands in for fail.
   *
   * @param <D> the contract of the other grain
   * @param other the contract of the other grain
   * @param otherKey its key
   * @param object takes its calls
   * @return this fixture
   */
  public <D> GrainFixture<C, S, E> standIn(Class<D> other, String otherKey, D object) {
    standIns.put(other, otherKey, object);
    return this;
  }

  /**
   * Turns off the check that values survive serialization.
   *
   * @return this fixture
   */
  public GrainFixture<C, S, E> withoutSerialization() {
    expectNotStarted("withoutSerialization");
    serializing = false;
    return this;
  }

  /**
   * Tells what has happened to an event-sourced grain before.
   *
   * @param events the events, after those that were given before
   * @return this fixture
   */
  @SafeVarargs
  public final GrainFixture<C, S, E> given(E... events) {
    expectNotStarted("given");
    Survival survival = new Survival(serializing);
    for (E event : events) {
      history.append(survival.value(definition.eventCodec(), event, "a given event"));
    }
    return this;
  }

  /**
   * Tells what state the grain is in, at version 1; events that were given before are forgotten.
   *
   * @param state the state
   * @return this fixture
   */
  public GrainFixture<C, S, E> givenState(S state) {
    return givenState(state, 1);
  }

  /**
   * Tells what state the grain is in; events that were given before are forgotten.
   *
   * @param state the state
   * @param version the version that goes with it
   * @return this fixture
   */
  public GrainFixture<C, S, E> givenState(S state, long version) {
    expectNotStarted("givenState");
    Objects.requireNonNull(state, "state");
    history.replace(
        new Survival(serializing).value(definition.stateCodec(), state, "the given state"),
        version);
    return this;
  }

  private void expectNotStarted(String step) {
    if (grain != null) {
      throw new IllegalStateException(step + " comes before the first call of the grain");
    }
  }

  /**
   * Calls a method that returns something.
   *
   * @param <R> the type of what it returns
   * @param call calls the grain, once
   * @return what came of it
   */
  public <R extends @Nullable Object> GrainOutcome<C, S, E, R> when(Call<C, R> call) {
    return run(
        target -> {
          R reply = call.on(target);
          if (reply instanceof CompletionStage<?>) {
            throw new AssertionError("when returned a stage; use whenAsync to see what it brings");
          }
          return reply;
        });
  }

  /**
   * Calls a {@code void} method.
   *
   * @param call calls the grain, once
   * @return what came of it
   */
  public GrainOutcome<C, S, E, @Nullable Void> whenVoid(VoidCall<C> call) {
    return run(
        target -> {
          call.on(target);
          return null;
        });
  }

  /**
   * Calls a method that returns a stage.
   *
   * @param <R> the type of what the stage brings
   * @param call calls the grain, once
   * @return what came of it, with the reply that the stage brought
   */
  public <R extends @Nullable Object> GrainOutcome<C, S, E, R> whenAsync(
      Call<C, ? extends CompletionStage<R>> call) {
    return run(target -> Calls.await(call.on(target), "whenAsync"));
  }

  private <R extends @Nullable Object> GrainOutcome<C, S, E, R> run(Call<C, R> call) {
    if (last != null) {
      last.expectFailureSeen();
    }
    FixtureGrain called = grain();
    Attempt<R> attempt = Attempt.of(call, contract.cast(called.reference()));
    GrainOutcome<C, S, E, R> outcome =
        new GrainOutcome<>(this, called, attempt.turn(called), attempt.reply());
    last = outcome;
    return outcome;
  }

  /**
   * Lets the activation leave memory, with {@code onDeactivate}; the next call activates the grain
   * again from what was committed.
   *
   * @param reason why it leaves
   * @return this fixture
   */
  public GrainFixture<C, S, E> deactivate(DeactivationReason reason) {
    grain().deactivate(reason);
    return this;
  }

  private FixtureGrain grain() {
    FixtureGrain current = grain;
    if (current == null) {
      GrainId id = new GrainId(definition.type().name(), key);
      current = new FixtureGrain(definition, id, standIns, new Survival(serializing), history);
      grain = current;
    }
    return current;
  }
}
