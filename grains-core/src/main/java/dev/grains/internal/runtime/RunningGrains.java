package dev.grains.internal.runtime;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.CallOptions;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.GrainStatus;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.Storage;
import dev.grains.internal.activation.Hosts;
import dev.grains.internal.activation.Seen;
import dev.grains.internal.admission.AdmissionDesk;
import dev.grains.internal.admission.EntryTransport;
import dev.grains.internal.call.CallSettings;
import dev.grains.internal.call.Calls;
import dev.grains.internal.cluster.Cluster;
import dev.grains.internal.cluster.ClusterListener;
import dev.grains.internal.commit.HigherVersionMergePolicy;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.Metrics;
import dev.grains.internal.reply.ReplyInbox;
import dev.grains.internal.reply.ReplyRouter;
import dev.grains.internal.reply.ReplyThreads;
import dev.grains.internal.turn.Gate;
import dev.grains.internal.turn.TurnSettings;
import dev.grains.internal.turn.Watchdog;
import dev.grains.internal.turn.WorkerThreads;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A runtime with all its parts. Thread-safe. */
final class RunningGrains implements Grains {

  private static final Logger log = LoggerFactory.getLogger(RunningGrains.class);

  private final Settings settings;
  private final Contracts contracts;
  private final Cluster cluster;
  private final EntryTransport transport;
  private final ReplyThreads replyThreads;
  private final ExecutorService workerThreads;
  private final Watchdog watchdog;
  private final Hosts hosts;
  private final Stores stores;
  private final Calls calls;
  private final Cleanup cleanup;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean closed;

  private RunningGrains(
      Settings settings, Contracts contracts, Cluster cluster, Faults faults, Cleanup cleanup) {
    this.settings = settings;
    this.contracts = contracts;
    this.cluster = cluster;
    this.cleanup = cleanup;
    UUID caller = UUID.randomUUID();
    Metrics metrics = new Metrics(settings.meters);
    cleanup.add(metrics::close);
    AdmissionDesk desk = desk(cluster);
    transport = new EntryTransport(cluster, settings.clock, desk);
    workerThreads = WorkerThreads.start("grains-worker");
    cleanup.add(workerThreads::shutdown);
    watchdog = new Watchdog(settings.clock);
    ReplyRouter router = new ReplyRouter(cluster.topics(), faults.pushes());
    Gate workers = gate(settings.threads.workers());
    Gate loads = gate(settings.threads.loads());
    hosts = hosts(router, workers, loads);
    cleanup.add(hosts::close);
    replyThreads = new ReplyThreads(settings.threads.replies(), cluster::afterArrivals);
    cleanup.add(replyThreads::close);
    stores = new Stores(settings, metrics, transport, router::flush, loads::execute);
    cleanup.add(stores::close);
    calls = new Calls(callSettings(caller), transport, hosts, replyThreads, metrics.calls());
    cleanup.add(calls::close);
    if (cluster.hosting()) {
      settings.hosted.values().forEach(definition -> host(definition, workers, metrics));
    }
    open(caller, desk, faults);
  }

  private Gate gate(int slots) {
    return new Gate(slots, workerThreads, cluster::afterArrivals);
  }

  private Hosts hosts(ReplyRouter router, Gate workers, Gate loads) {
    return new Hosts(
        this,
        settings.clock,
        cluster.partitions(),
        router,
        workers,
        loads,
        gate(settings.threads.workers()),
        transport::barrier);
  }

  private CallSettings callSettings(UUID caller) {
    return new CallSettings(
        caller,
        settings.clock,
        settings.callTimeout,
        settings.healAfter,
        settings.limits,
        List.copyOf(settings.interceptors));
  }

  private Heartbeat heartbeat() {
    return new Heartbeat(
        cluster.name(),
        List.of(
            calls::sweep,
            replyThreads::sweep,
            hosts::sweep,
            watchdog::check,
            new MemoryWatch(settings.memoryPressure, hosts::relieve)));
  }

  /** Starts a runtime; when that fails, nothing of it is left. */
  static RunningGrains start(Settings settings, Contracts contracts, Faults faults) {
    Cluster cluster = cluster(settings);
    Cleanup cleanup = new Cleanup();
    try {
      cluster.awaitPartitions(30, TimeUnit.SECONDS);
      if (desk(cluster).taken()) {
        throw alreadyUsed(cluster);
      }
      return new RunningGrains(settings, contracts, cluster, faults, cleanup);
    } catch (RuntimeException | Error failure) {
      cleanup.run();
      cluster.leave();
      throw failure;
    }
  }

  private static Cluster cluster(Settings settings) {
    HazelcastInstance given = settings.hazelcast;
    if (given != null) {
      return Cluster.use(given);
    }
    ClusterOptions options = settings.cluster;
    return Cluster.start(
        options == null ? ClusterOptions.named("grains-" + UUID.randomUUID()) : options,
        GrainsRuntime::configure);
  }

  private void host(GrainDefinition definition, Gate workers, Metrics metrics) {
    Storage storage = Stores.storage(definition, settings);
    String name = definition.type().name();
    cluster.addMap(name, Stores.backups(storage), HigherVersionMergePolicy.class);
    TurnSettings turns =
        new TurnSettings(
            definition,
            !(storage instanceof Storage.None),
            storage instanceof Storage.InStore,
            settings.clock,
            settings.limits.callBytes(),
            List.copyOf(settings.interceptors),
            workers,
            watchdog,
            metrics.type(name));
    hosts.add(stores.typeSettings(definition, storage, turns));
  }

  private static AdmissionDesk desk(Cluster cluster) {
    return cluster.client()
        ? new AdmissionDesk()
        : (AdmissionDesk)
            requireNonNull(cluster.hazelcast().getUserContext().get(AdmissionDesk.KEY));
  }

  private static GrainDefinitionException alreadyUsed(Cluster cluster) {
    return new GrainDefinitionException(
        "the Hazelcast instance '"
            + cluster.hazelcast().getName()
            + "' is used by another Grains already; share that one");
  }

  private void open(UUID caller, AdmissionDesk desk, Faults faults) {
    Heartbeat heartbeat = heartbeat();
    cleanup.add(heartbeat::close);
    cleanup.add(cluster::leave);
    ReplyInbox inbox = new ReplyInbox(caller, cluster.topics(), calls);
    cleanup.add(
        () -> {
          if (cluster.running()) {
            inbox.close();
          }
        });
    if (!desk.open(hosts, settings.clock, faults.admissions())) {
      throw alreadyUsed(cluster);
    }
    cleanup.add(desk::close);
    cluster.watch(new Changes());
    cleanup.add(cluster::unwatch);
    heartbeat.start();
    log.info(
        "grains started on {}: hosting {}",
        cluster.name(),
        cluster.hosting() ? settings.hosted.keySet() : "nothing");
  }

  private final class Changes implements ClusterListener {
    @Override
    public void memberLeft(UUID member) {
      cluster.topics().forgetAll();
      calls.memberLeft();
    }

    @Override
    public void partitionsLeft() {
      hosts.partitionsLeft();
    }
  }

  @Override
  public <C> C get(Class<C> type, String key, CallOptions options) {
    Contract contract = contracts.of(requireNonNull(type, "contract"));
    GrainId id = new GrainId(contract.typeName(), key);
    return calls.reference(type, contract, id, requireNonNull(options, "options"));
  }

  @Override
  public CompletionStage<Void> deactivate(Class<?> type, String key) {
    GrainId id = new GrainId(contracts.of(requireNonNull(type, "contract")).typeName(), key);
    if (down()) {
      return CompletableFuture.failedFuture(isDown());
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    transport
        .deactivate(id)
        .whenComplete(
            (result, failure) -> replyThreads.execute(() -> complete(done, null, failure)));
    return done;
  }

  private static <T> void complete(
      CompletableFuture<T> done, @Nullable T result, @Nullable Throwable failure) {
    if (failure == null) {
      done.complete(result);
    } else {
      done.completeExceptionally(
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure);
    }
  }

  @Override
  public CompletionStage<GrainStatus> inspect(Class<?> type, String key, boolean withState) {
    GrainId id = new GrainId(contracts.of(requireNonNull(type, "contract")).typeName(), key);
    if (down()) {
      return CompletableFuture.failedFuture(isDown());
    }
    CompletableFuture<GrainStatus> done = new CompletableFuture<>();
    transport
        .look(id, withState)
        // a store blocks, and whoever waits for the result runs on this thread as well
        .thenApplyAsync(
            seen -> seen.unknown() ? hosts.lookIntoStore(id, seen, withState) : seen, workerThreads)
        .whenComplete(
            (seen, failure) -> complete(done, failure == null ? status(id, seen) : null, failure));
    return done;
  }

  private GrainStatus status(GrainId id, Seen seen) {
    String owner = cluster.ownerName(transport.target(id).partition());
    return new GrainStatus(id, owner, seen.active(), seen.version(), seen.state());
  }

  @Override
  public GrainsStatus status() {
    if (down()) {
      throw isDown();
    }
    return new GrainsStatus(
        cluster.name(),
        cluster.hosting(),
        cluster.size(),
        cluster.partitions().owned(),
        cluster.safe(),
        calls.busyLanes(),
        watchdog.oldest(),
        hosts.status());
  }

  private boolean down() {
    return closed || !cluster.running();
  }

  private static GrainUnavailableException isDown() {
    return new GrainUnavailableException(
        "this Grains has been closed, or its Hazelcast instance was shut down; start a new one");
  }

  @Override
  public HazelcastInstance hazelcast() {
    return cluster.hazelcast();
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    long end = System.nanoTime() + settings.shutdownTimeout.toNanos();
    calls.refuse("this member is shutting down and sends no more commands");
    String name = cluster.running() ? cluster.name() : "a member that is gone";
    hosts.finish();
    await(() -> calls.busyLanes() == 0, end);
    hosts.shutDown();
    await(() -> hosts.idle() && calls.busyLanes() == 0 && hosts.idle(), end);
    cleanup.run();
    closed = true;
    log.info("grains stopped on {}", name);
  }

  private void await(BooleanSupplier condition, long end) {
    while (!condition.getAsBoolean() && cluster.running() && System.nanoTime() < end) {
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
