package dev.grains.internal.turn;

import dev.grains.CallOptions;
import dev.grains.GrainId;
import dev.grains.GrainOptions;
import dev.grains.Limits;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.BatchFormat;
import dev.grains.internal.call.CallSettings;
import dev.grains.internal.call.Calls;
import dev.grains.internal.call.Failed;
import dev.grains.internal.call.LocalQueries;
import dev.grains.internal.call.Target;
import dev.grains.internal.call.Transport;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** One grain without a cluster: runs what is called on it as turns of this thread. */
@NullUnmarked // the grain never asks for the others
final class TurnRig {

  static final int MOST_BYTES = 100;
  static final GrainId ID = new GrainId("vault", "1");

  final AtomicLong now = new AtomicLong(1_000);
  final TurnContext context;
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private final TurnSettings settings;
  private final Contract contract;
  private final Object grain;
  private final Calls calls;
  private Batch sent;

  TurnRig(Supplier<? extends Vault> factory, boolean stored) {
    Codecs codecs = new Codecs();
    Metrics metrics = new Metrics(null);
    contract = Contract.of(Vault.class, codecs);
    GrainDefinition definition =
        GrainDefinition.of(contract, factory, GrainOptions.defaults(), codecs);
    settings =
        new TurnSettings(
            definition,
            stored,
            false,
            clock,
            MOST_BYTES,
            List.of(),
            new Gate(1, Runnable::run, start -> false),
            new Watchdog(clock),
            metrics.type("vault"));
    context = new TurnContext(ID, definition.type().kind(), null);
    grain = definition.newInstance(context);
    context.reset(null, 0);
    CallSettings callSettings =
        new CallSettings(
            new UUID(1, 2),
            clock,
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Limits.defaults(),
            List.of());
    calls =
        new Calls(
            callSettings,
            new Sender(),
            (id, method, arguments, headers, deadline) -> LocalQueries.NOT_HERE,
            Runnable::run,
            metrics.calls());
  }

  /** The batch of one command as it arrives from another JVM. */
  Batch remote(CallOptions options, Consumer<Vault> call) {
    call.accept(calls.reference(Vault.class, contract, ID, options));
    Batch arrived = BatchFormat.decode(BatchFormat.encode(sent, clock), clock);
    calls.close(); // the lane is free for the next one
    return arrived;
  }

  Decision run(Batch batch) {
    return Turn.run(settings, batch, grain, context, key -> null, false);
  }

  Decision run(Consumer<Vault> call) {
    return run(remote(CallOptions.defaults(), call));
  }

  static Throwable failure(Decision decision) {
    return ((Failed) decision.outcomes()[0]).cause();
  }

  private final class Sender implements Transport, Target {

    @Override
    public Target target(GrainId id) {
      return this;
    }

    @Override
    public int partition() {
      return 0;
    }

    @Override
    public boolean local(int partition) {
      return false;
    }

    @Override
    public boolean settled(int partition) {
      return false;
    }

    @Override
    public void send(Batch batch, Listener listener) {
      sent = batch;
    }
  }
}
