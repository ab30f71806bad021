package dev.grains.test;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.spi.GrainType;
import dev.grains.test.FixtureContext.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One grain without a cluster: activates it, runs its turns one at a time, keeps what they commit.
 */
final class FixtureGrain {

  private final GrainDefinition definition;
  private final GrainId id;
  private final StandIns standIns;
  private final Survival survival;
  private final History history;
  private final List<Turn> turns = new ArrayList<>();
  private @Nullable Instance active;
  private @Nullable Object committed;

  FixtureGrain(
      GrainDefinition definition,
      GrainId id,
      StandIns standIns,
      Survival survival,
      History history) {
    this.definition = definition;
    this.id = id;
    this.standIns = standIns;
    this.survival = survival;
    this.history = history;
  }

  /** The reference that a caller would have. */
  Object reference() {
    return ContractProxy.of(definition.contract(), id, this::call);
  }

  GrainId id() {
    return id;
  }

  @Nullable Object committed() {
    return committed;
  }

  long version() {
    return history.version();
  }

  /** Returns the turns since it was asked last. */
  List<Turn> takeTurns() {
    List<Turn> taken = List.copyOf(turns);
    turns.clear();
    return taken;
  }

  private @Nullable Object call(ContractMethod method, @Nullable Object[] given) throws Throwable {
    String call = Calls.describe(id, method, given);
    @Nullable Object[] arguments = survival.arguments(method, given, call);
    Instance activation = activate();
    Instance runner = method.query() && isStored() ? newInstance() : activation;
    byte[] before = imprint();
    runner.context().enter(phase(method), committed, history.version());
    @Nullable Object reply = null;
    @Nullable Throwable failure = null;
    try {
      reply = result(method, runner.grain(), arguments, call);
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      failure = e;
    }
    Decision decision = runner.context().leave(call);
    expectUntouched(before, call);
    return failure == null
        ? succeed(method, runner, call, decision, reply)
        : fail(method, runner, call, decision, failure);
  }

  private static Phase phase(ContractMethod method) {
    return method.query() ? Phase.QUERY : Phase.COMMAND;
  }

  private @Nullable Object result(
      ContractMethod method, Object grain, @Nullable Object[] arguments, String call)
      throws Throwable {
    Object returned = definition.invoke(method, grain, arguments);
    if (definition.type().nonBlocking()
        && returned instanceof CompletionStage<?> stage
        && !stage.toCompletableFuture().isDone()) {
      throw new AssertionError(
          call + " returned an incomplete stage, but its class is @NonBlocking: it would wait");
    }
    return Calls.settle(returned, call);
  }

  private @Nullable Object succeed(
      ContractMethod method,
      Instance runner,
      String call,
      Decision decision,
      @Nullable Object reply) {
    @Nullable Object received = survival.reply(method, reply, call);
    commit(call, decision);
    turns.add(new Turn(runner, call, null, decision));
    leaveIfAsked(decision);
    return received;
  }

  private @Nullable Object fail(
      ContractMethod method, Instance runner, String call, Decision decision, Throwable failure)
      throws Throwable {
    Throwable received = survival.failure(method, failure, id, call);
    turns.add(new Turn(runner, call, received, decision.dropped()));
    leaveIfAsked(decision);
    throw received;
  }

  private void commit(String call, Decision decision) {
    if (decision.stateSet()) {
      Object state =
          survival.value(
              definition.stateCodec(), decision.stateOrFail(), "the state after " + call);
      history.replace(state, decision.version());
      committed = decision.state();
    } else if (!decision.events().isEmpty()) {
      committed = decision.stateOrFail();
      for (Object event : decision.events()) {
        history.append(survival.value(definition.eventCodec(), event, "an event of " + call));
      }
      survival.value(definition.stateCodec(), committed, "the state after " + call);
      expectSameStateWhenLoaded(call);
    }
  }

  private void expectSameStateWhenLoaded(String call) {
    Object loaded = history.load(newInstance());
    if (!loaded.equals(committed)) {
      throw new AssertionError(
          call
              + ": apply is not deterministic: the command ended in "
              + committed
              + ", loading the same events gives "
              + loaded
              + "; apply and initialState may depend on their arguments alone");
    }
  }

  private byte[] imprint() {
    return isStored() ? survival.imprint(definition.stateCodec(), committed) : new byte[0];
  }

  private void expectUntouched(byte[] before, String call) {
    if (!Arrays.equals(before, imprint())) {
      throw new AssertionError(
          call
              + " changed the committed state in place, to "
              + committed
              + "; a state is immutable: make a new one");
    }
  }

  private void leaveIfAsked(Decision decision) {
    if (decision.leaving()) {
      deactivate(DeactivationReason.REQUESTED);
    }
  }

  private Instance activate() {
    Instance current = active;
    if (current != null) {
      return current;
    }
    Instance created = newInstance();
    committed = isStored() ? history.load(created) : null;
    Runnable hook = () -> created.context().hooks().activate();
    created.run(Phase.ACTIVATION, committed, history.version(), "onActivate of " + id, hook);
    active = created;
    return created;
  }

  /** Lets the activation leave memory, if there is one. */
  void deactivate(DeactivationReason reason) {
    Instance leaving = active;
    if (leaving == null) {
      return;
    }
    active = null;
    Runnable hook = () -> leaving.context().hooks().deactivate(reason);
    leaving.run(Phase.DEACTIVATION, committed, history.version(), "onDeactivate of " + id, hook);
  }

  private Instance newInstance() {
    FixtureContext context =
        new FixtureContext(
            id,
            caller ->
                new FixtureGrains(caller, standIns, survival, definition.type().nonBlocking()));
    return new Instance(definition.newInstance(context), context);
  }

  private boolean isStored() {
    return definition.type().kind() != GrainType.Kind.PLAIN;
  }
}
