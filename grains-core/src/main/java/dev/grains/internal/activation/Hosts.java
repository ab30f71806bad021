package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.LocalQueries;
import dev.grains.internal.cluster.Partitions;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.internal.reply.ReplyRouter;
import dev.grains.internal.turn.Gate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The door of this package: the hosted types of a member. Thread-safe. */
public final class Hosts implements LocalQueries {

  private final Map<String, TypeHost> types = new ConcurrentHashMap<>();
  private final HostServices services;
  private final Timers timers = new Timers();
  private final Inspection inspection = new Inspection();
  private final AtomicBoolean partitionsLeft = new AtomicBoolean();
  private volatile boolean finishing;

  public Hosts(
      Grains grains,
      InstantSource clock,
      Partitions partitions,
      ReplyRouter router,
      Gate workers,
      Gate loads,
      Gate afterCommit,
      Barrier barrier) {
    this.services =
        new HostServices(
            grains,
            clock,
            partitions,
            router,
            workers,
            loads,
            afterCommit,
            new Crashes(clock),
            timers,
            new AfterBackups(barrier, afterCommit));
  }

  /** Begins to host a type. */
  public void add(TypeSettings settings) {
    TypeHost host = new TypeHost(settings, services);
    types.put(host.definition().type().name(), host);
  }

  /** Takes a batch on the partition thread of its grain. */
  public Answer admit(Batch batch, EntryState entry) {
    if (!services.partitions().exists(batch.partition())) {
      throw new WireFormatException(batch + " names the partition " + batch.partition());
    }
    TypeHost host = types.get(batch.id().type());
    if (host == null) {
      return Answer.Status.NOT_HOSTED;
    }
    return finishing && !finishes(batch) ? Answer.Status.MOVED : host.admit(batch, entry);
  }

  /** Whether a batch is needed by work that goes on here: sent from here, or waited for here. */
  private boolean finishes(Batch batch) {
    if (batch.origin() != null) {
      return true;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (batch.command(i).chain().stream().anyMatch(this::isActive)) {
        return true;
      }
    }
    return false;
  }

  private boolean isActive(String id) {
    int slash = id.indexOf('/');
    TypeHost host = slash < 0 ? null : types.get(id.substring(0, slash));
    return host != null && host.isActive(id.substring(slash + 1));
  }

  @Override
  public @Nullable Object query(
      GrainId id,
      ContractMethod method,
      Object @Nullable [] arguments,
      Map<String, String> headers,
      long deadline) {
    TypeHost host = types.get(id.type());
    Activation activation = host == null ? null : host.find(id.key());
    return activation == null
        ? NOT_HERE
        : activation.queryHere(method, arguments, headers, deadline);
  }

  /** Lets an activation leave memory once its waiting commands are done. */
  public void deactivate(GrainId id) {
    TypeHost host = types.get(id.type());
    Activation activation = host == null ? null : host.find(id.key());
    if (activation != null) {
      activation.leaveSoon(DeactivationReason.REQUESTED);
    }
  }

  /** Looks at what is in memory of a grain; does not block. */
  public Seen look(GrainId id, boolean withState) {
    TypeHost host = types.get(id.type());
    return host == null ? Seen.NOTHING : inspection.inMemory(host, id, withState);
  }

  /** Looks at what is stored of a grain of which its owner knew too little; blocks. */
  public Seen lookIntoStore(GrainId id, Seen atOwner, boolean withState) {
    TypeHost host = types.get(id.type());
    return host == null ? atOwner : inspection.stored(host, id, atOwner.active(), withState);
  }

  /** Notes that partitions may have left. */
  public void partitionsLeft() {
    partitionsLeft.set(true);
  }

  /** Does what is due. Called every few milliseconds. */
  public void sweep() {
    long now = services.clock().millis();
    timers.sweep(now);
    services.workers().sweep();
    services.loads().sweep();
    services.afterCommit().sweep();
    boolean left = partitionsLeft.getAndSet(false);
    for (TypeHost host : types.values()) {
      if (left) {
        host.sweepPartitions();
      }
      host.sweepIdle(now);
    }
  }

  /** Lets idle activations go because memory is short. */
  public void relieve() {
    types.values().forEach(TypeHost::relieve);
  }

  /** Takes no more batches but those that turns of this member wait for, or their actions send. */
  public void finish() {
    finishing = true;
  }

  /** Lets all activations go as soon as what they decided is durable. */
  public void shutDown() {
    types.values().forEach(TypeHost::shutDown);
  }

  /** Whether nothing is in memory, and no action after a commit is under way. */
  public boolean idle() {
    // what has waited for backups goes on to the gate, so the gate is asked after it
    return active() == 0
        && services.afterBackups().idle()
        && services.afterCommit().idle()
        && active() == 0;
  }

  private int active() {
    return types.values().stream().mapToInt(TypeHost::active).sum();
  }

  /** Describes the hosted types by name. */
  public List<TypeStatus> status() {
    return new TreeMap<>(types)
        .values().stream()
            .map(
                host ->
                    new TypeStatus(
                        host.definition().type().name(),
                        host.definition().contract().type().getName(),
                        host.settings().storage(),
                        host.active(),
                        host.definition().options().maxActive()))
            .toList();
  }

  /** Runs no more turns, loads and actions; the threads are about to end. */
  public void close() {
    services.workers().close();
    services.loads().close();
    services.afterCommit().close();
  }
}
