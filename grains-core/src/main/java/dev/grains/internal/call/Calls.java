package dev.grains.internal.call;

import dev.grains.CallOptions;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.internal.metrics.CallMetrics;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door of this package: makes references, and takes what comes back. Thread-safe. */
public final class Calls {

  private final Outbound outbound;
  private final Lanes lanes;
  private final LocalQueries localQueries;
  private final Attributes attributes;
  private volatile @Nullable GrainUnavailableException refusal;
  private volatile boolean closed;

  public Calls(
      CallSettings settings,
      Transport transport,
      LocalQueries localQueries,
      Executor replyThreads,
      CallMetrics metrics) {
    this.outbound = new Outbound(settings, transport, replyThreads, metrics);
    this.lanes = new Lanes(outbound);
    this.localQueries = localQueries;
    this.attributes = new Attributes(settings.interceptors());
    metrics.lanes(lanes::busy, lanes::depth);
  }

  /** Makes a reference to a grain. */
  public <C> C reference(Class<C> type, Contract contract, GrainId id, CallOptions options) {
    long timeout =
        (options.timeout() == null ? outbound.settings.timeout() : options.timeout()).toMillis();
    Reference reference = new Reference(id, contract, options, Math.max(1, timeout), this);
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, reference));
  }

  Target target(GrainId id) {
    return outbound.transport.target(id);
  }

  @Nullable Object call(Reference to, ContractMethod method, Object @Nullable [] arguments)
      throws Throwable {
    CallScope scope = CallScope.current();
    GrainUnavailableException reason = refusal(scope);
    if (reason != null) {
      outbound.metrics.rejected(to.id.type(), reason);
      throw new GrainUnavailableException(String.valueOf(reason.getMessage()), reason);
    }
    if (scope != null) {
      Attributes.check(scope, to.id, method);
    }
    outbound.metrics.called(to.id.type(), method);
    Attributes.Outgoing outgoing = attributes.of(scope, to, method, arguments);
    try {
      return method.query()
          ? query(to, method, arguments, outgoing, scope)
          : command(to, method, arguments, outgoing, scope);
    } catch (Throwable failure) {
      outgoing.ended(failure);
      throw failure;
    }
  }

  private @Nullable GrainUnavailableException refusal(@Nullable CallScope scope) {
    // turns that still run while the member shuts down may need other grains to end well
    return scope == null || closed ? refusal : null;
  }

  private @Nullable Object command(
      Reference to,
      ContractMethod method,
      Object @Nullable [] arguments,
      Attributes.Outgoing outgoing,
      @Nullable CallScope scope)
      throws Throwable {
    CommandCall command = prepare(to, method, arguments, outgoing, scope);
    if (method.oneWay()) {
      lanes.offer(to, new OneWayCall(to.id, method, command));
      outgoing.ended(null);
      return null;
    }
    if (method.async()) {
      StageCall call = new StageCall(to.id, method, command, outgoing.observer());
      lanes.offer(to, call);
      return call.future();
    }
    BlockingCall call = new BlockingCall(to.id, method, command, outgoing.observer());
    CallScope waiting = Waiting.begin(); // before the call is sent, because it may refuse
    try {
      Lane lane = lanes.offer(to, call);
      await(call, () -> lane.timeout(call));
    } finally {
      Waiting.end(waiting);
    }
    return outcome(call);
  }

  private CommandCall prepare(
      Reference to,
      ContractMethod method,
      Object @Nullable [] arguments,
      Attributes.Outgoing outgoing,
      @Nullable CallScope scope) {
    long deadline = deadline(to, method, scope);
    CommandCall command = new CommandCall(method, arguments, deadline, outgoing.attributes());
    if (!outbound.transport.local(to.target().partition())) {
      int bound = outbound.settings.limits().callBytes();
      if (command.encodedArguments().length > bound) {
        throw new IllegalArgumentException(
            "the arguments of "
                + method.signature()
                + " for "
                + to.id
                + " take "
                + command.encodedArguments().length
                + " bytes; at most "
                + bound
                + " are allowed");
      }
    }
    return command;
  }

  private long deadline(Reference to, ContractMethod method, @Nullable CallScope scope) {
    long deadline = outbound.now() + to.timeoutMillis;
    return scope == null || method.oneWay() ? deadline : Math.min(deadline, scope.deadline());
  }

  private @Nullable Object query(
      Reference to,
      ContractMethod method,
      Object @Nullable [] arguments,
      Attributes.Outgoing outgoing,
      @Nullable CallScope scope)
      throws Throwable {
    Target target = to.target();
    if (outbound.transport.settled(target.partition())) {
      long deadline = deadline(to, method, scope);
      Object outcome =
          localQueries.query(to.id, method, arguments, outgoing.attributes().headers(), deadline);
      if (outcome != LocalQueries.NOT_HERE) {
        return inPlace(method, outcome, outgoing);
      }
    }
    CommandCall command = prepare(to, method, arguments, outgoing, scope);
    if (method.async()) {
      StageCall call = new StageCall(to.id, method, command, outgoing.observer());
      send(target, call);
      return call.future();
    }
    BlockingCall call = new BlockingCall(to.id, method, command, outgoing.observer());
    CallScope waiting = Waiting.begin();
    try {
      Flight flight = send(target, call);
      await(call, () -> flight.timeout(call.id, method.signature()));
    } finally {
      Waiting.end(waiting);
    }
    return outcome(call);
  }

  private static @Nullable Object inPlace(
      ContractMethod method, @Nullable Object outcome, Attributes.Outgoing outgoing)
      throws Throwable {
    Throwable failure = outcome instanceof Failed failed ? failed.cause() : null;
    outgoing.ended(failure);
    if (method.async()) {
      return failure == null
          ? CompletableFuture.completedFuture(outcome)
          : CompletableFuture.failedFuture(failure);
    }
    if (failure != null) {
      throw failure;
    }
    return outcome;
  }

  private Flight send(Target target, PendingCall call) {
    PendingCall[] calls = {call};
    Flight flight =
        new Flight(
            true,
            calls,
            target,
            outbound,
            (done, answer) -> {
              if (call.completesInPlace()) {
                Delivery.deliver(calls, answer);
              } else {
                outbound.replyThreads.execute(() -> Delivery.deliver(calls, answer));
              }
            });
    flight.travels();
    flight.send();
    return flight;
  }

  private void await(BlockingCall call, Supplier<RuntimeException> timeout) {
    long millis = Math.max(0, call.command.deadline() - outbound.now());
    try {
      if (!call.await(TimeUnit.MILLISECONDS.toNanos(millis))) {
        call.complete(new Failed(timeout.get()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      call.complete(new Failed(CallFailures.interrupted(call, interrupted)));
    }
  }

  private static @Nullable Object outcome(BlockingCall call) throws Throwable {
    Object outcome = call.outcome();
    call.observe(outcome);
    if (outcome instanceof Failed failed) {
      throw failed.cause();
    }
    return outcome;
  }

  /** Takes an answer that the owner pushed. */
  public void answered(long number, Answer answer) {
    outbound.answered(number, answer);
  }

  /** Sends again what a member that left may have lost. */
  public void memberLeft() {
    outbound.flights().forEach(Flight::memberLeft);
  }

  /**
   * Completes what is over its deadline, sends again what is due. Called every few milliseconds.
   */
  public void sweep() {
    long now = outbound.now();
    outbound.flights().forEach(flight -> flight.sweep(now));
    lanes.sweep(now);
  }

  /** The number of lanes with an unanswered batch. */
  public int busyLanes() {
    return lanes.busy();
  }

  /** Refuses new calls from now on, but for those of turns that still run. */
  public void refuse(String why) {
    refusal = new GrainUnavailableException(why);
  }

  /** Fails all calls that are still waiting. */
  public void close() {
    closed = true;
    GrainUnavailableException reason = refusal;
    lanes.close(reason == null ? new GrainUnavailableException("closed") : reason);
    outbound
        .flights()
        .forEach(flight -> flight.settleWith(flight.timeout(flight.batch.id(), "a query")));
  }
}
