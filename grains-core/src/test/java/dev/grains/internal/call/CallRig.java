package dev.grains.internal.call;

import dev.grains.CallOptions;
import dev.grains.GrainId;
import dev.grains.Limits;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.internal.metrics.Metrics;
import dev.grains.spi.CallInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Callers without a cluster: what they send stays in {@link #transport} until it is answered. */
final class CallRig {

  static final UUID CALLER = new UUID(1, 2);
  static final Contract CONTRACT = Contract.of(Teller.class, new Codecs());

  final MeterRegistry meters = new SimpleMeterRegistry();
  final AtomicLong now = new AtomicLong(1_000);
  final ManualTransport transport = new ManualTransport();
  final Calls calls;
  Object localAnswer = LocalQueries.NOT_HERE;

  CallRig() {
    this(Limits.defaults());
  }

  CallRig(Limits limits) {
    this(limits, Runnable::run);
  }

  CallRig(Limits limits, Executor replyThreads, CallInterceptor... interceptors) {
    CallSettings settings =
        new CallSettings(
            CALLER,
            () -> Instant.ofEpochMilli(now.get()),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            limits,
            List.of(interceptors));
    calls =
        new Calls(
            settings,
            transport,
            (id, method, arguments, headers, deadline) -> localAnswer,
            replyThreads,
            new Metrics(meters).calls());
  }

  Teller teller(String key) {
    return teller(key, CallOptions.defaults());
  }

  Teller teller(String key, CallOptions options) {
    return calls.reference(Teller.class, CONTRACT, new GrainId("teller", key), options);
  }

  /** Makes a blocking call on a thread of its own. */
  static <T> CompletableFuture<T> blocking(Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(call.get());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "blocking-caller");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  /** The number of calls that wait in lanes. */
  int waiting() {
    return (int) meters.get("grains.lanes.depth").gauge().value();
  }

  void advance(Duration time) {
    now.addAndGet(time.toMillis());
    calls.sweep();
  }

  static ContractMethod method(String name) {
    return CONTRACT.methods().stream()
        .filter(method -> method.method().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Object argument(CommandCall command) {
    ContractMethod method = CONTRACT.byId(command.methodId());
    return command.arguments(method)[0];
  }
}
