package dev.grains.internal.activation;

import dev.grains.DeactivationPolicy;
import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.GrainOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.commit.GroupLookup;
import dev.grains.internal.commit.PendingCommit;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.TypeMetrics;
import dev.grains.internal.turn.TurnContext;
import dev.grains.internal.turn.TurnSettings;
import dev.grains.spi.GrainType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A hosted type on this member: its activations, and what they share. Thread-safe. */
final class TypeHost {

  private final TypeSettings settings;
  private final HostServices services;
  private final Failures failures;
  private final Residency residency;
  private final Hooks hooks;
  private final boolean deactivateHook;
  private final ConcurrentHashMap<String, Activation> activations = new ConcurrentHashMap<>();
  private volatile boolean closing;

  // confined to the heartbeat
  private final List<Activation> stillBusy = new ArrayList<>();
  private long lastIdleSweep;

  TypeHost(TypeSettings settings, HostServices services) {
    this.settings = settings;
    this.services = services;
    this.failures = new Failures(definition().contract());
    this.hooks = new Hooks(settings.turns());
    GrainOptions options = definition().options();
    this.residency =
        options.policy() == DeactivationPolicy.ADAPTIVE
            ? new AdaptiveResidency(options.maxActive())
            : new LruResidency(options.maxActive());
    this.deactivateHook = Hooks.overridesOnDeactivate(definition().type().grainClass());
    metrics().watch(activations::size, this::mailboxDepth);
  }

  GrainDefinition definition() {
    return settings.turns().definition();
  }

  TurnSettings turns() {
    return settings.turns();
  }

  TypeSettings settings() {
    return settings;
  }

  TypeMetrics metrics() {
    return settings.turns().metrics();
  }

  HostServices services() {
    return services;
  }

  Failures failures() {
    return failures;
  }

  @Nullable GroupCommitter committer() {
    return settings.committer();
  }

  @Nullable GroupLookup lookups() {
    return settings.lookups();
  }

  boolean nonBlocking() {
    return definition().type().nonBlocking();
  }

  boolean plain() {
    return definition().type().kind() == Kind.PLAIN;
  }

  Hooks hooks() {
    return hooks;
  }

  /** Whether the class wants to know when it leaves. */
  boolean hasDeactivateHook() {
    return deactivateHook;
  }

  long now() {
    return services.clock().millis();
  }

  TurnContext newContext(GrainId id) {
    return new TurnContext(id, definition().type().kind(), services.grains());
  }

  void used(Activation activation) {
    residency.used(activation);
  }

  /** Takes a batch; makes the activation if there is none. */
  Answer admit(Batch batch, @Nullable EntryState entry) {
    while (true) {
      Activation activation = activations.get(batch.id().key());
      if (activation == null || outdated(activation)) {
        GrainUnavailableException holdOff = services.crashes().holdOff(batch.id());
        if (holdOff != null) {
          return failures.answer(batch, holdOff);
        }
        activation = create(batch);
      }
      activation.used();
      residency.used(activation);
      Answer answer = activation.admit(batch, entry);
      if (answer != null) {
        if (closing) {
          activation.leaveSoon(DeactivationReason.SHUTDOWN);
        }
        return answer;
      }
      activations.remove(batch.id().key(), activation);
    }
  }

  private boolean outdated(Activation activation) {
    if (activation.tenure == services.partitions().tenure(activation.partition)) {
      return false;
    }
    activation.leave(DeactivationReason.PARTITION_LEFT);
    activations.remove(activation.id.key(), activation);
    return true;
  }

  private Activation create(Batch batch) {
    boolean[] made = {false};
    Activation activation =
        activations.computeIfAbsent(
            batch.id().key(),
            key -> {
              made[0] = true;
              int tenure = services.partitions().tenure(batch.partition());
              return settings.replication() != null && nonBlocking()
                  ? new InlineActivation(
                      batch.id(), batch.partition(), tenure, this, settings.replication())
                  : new QueuedActivation(batch.id(), batch.partition(), tenure, this);
            });
    if (made[0]) {
      metrics().activated();
      residency.added(activation);
    }
    return activation;
  }

  /** Takes a batch over from an activation that has left. */
  void admitAgain(Batch batch) {
    boolean here = !closing && services.partitions().local(batch.partition());
    Answer answer = here ? admit(batch, null) : Answer.Status.MOVED;
    if (answer != Answer.Status.ACCEPTED) {
      reply(batch, answer);
    }
  }

  /** Hands a batch back to its caller, who sends it to the next owner. */
  void handBack(Batch batch) {
    reply(batch, PendingWork.Answered.moved(batch).answer());
  }

  void reply(Batch batch, Answer answer) {
    services.router().reply(batch, answer);
  }

  /** Answers every command of a batch with a failure. */
  void refuse(Batch batch, Throwable failure) {
    reply(batch, failures.answer(batch, failure));
  }

  /** Runs turns: at once if they only compute, else on a worker. */
  void runTurn(Runnable turns) {
    if (nonBlocking()) {
      turns.run();
    } else {
      services.workers().execute(turns);
    }
  }

  /** Loads after a while, longer with each failure, up to a second, and no later than a moment. */
  void loadLater(int failures, long latest, Runnable load) {
    long backOff = Math.min(1_000, 20L << Math.min(failures, 10));
    services.timers().at(Math.min(now() + backOff, latest), load);
  }

  void submit(PendingCommit commit) {
    GroupCommitter committer = committer();
    if (committer == null) {
      throw new IllegalStateException("type '" + definition().type().name() + "' has no store");
    }
    committer.submit(commit);
  }

  /** The activation of a grain, if it is in memory and up to date. */
  @Nullable Activation find(String key) {
    Activation activation = activations.get(key);
    return closing
            || activation == null
            || activation.tenure != services.partitions().tenure(activation.partition)
        ? null
        : activation;
  }

  /** Notes that an activation has nothing to do. */
  void rested(Activation activation) {
    residency.rested(activation);
  }

  /** Forgets an activation that has left. */
  void left(Activation activation, DeactivationReason reason) {
    activations.remove(activation.id.key(), activation);
    residency.removed(activation);
    metrics().deactivated(reason);
  }

  int active() {
    return activations.size();
  }

  boolean isActive(String key) {
    return activations.containsKey(key);
  }

  private int mailboxDepth() {
    int depth = 0;
    for (Activation activation : activations.values()) {
      depth += activation.depth();
    }
    return depth;
  }

  /** Lets activations go that have not been used for the idle timeout, once they are at rest. */
  void sweepIdle(long now) {
    long timeout = definition().options().idleTimeout().toMillis();
    stillBusy.removeIf(activation -> !staysThoughIdle(activation, now - timeout));
    if (now - lastIdleSweep < Math.max(1, timeout / 20)) {
      return;
    }
    lastIdleSweep = now;
    stillBusy.clear();
    for (Activation activation : activations.values()) {
      if (staysThoughIdle(activation, now - timeout)) {
        stillBusy.add(activation);
      }
    }
  }

  private static boolean staysThoughIdle(Activation activation, long lastUse) {
    return activation.idleSince(lastUse)
        && !activation.leaveIfIdle(DeactivationReason.IDLE)
        && !activation.gone();
  }

  /** Lets activations go whose partition has left. */
  void sweepPartitions() {
    for (Activation activation : activations.values()) {
      if (activation.tenure != services.partitions().tenure(activation.partition)
          || !services.partitions().local(activation.partition)) {
        activation.leave(DeactivationReason.PARTITION_LEFT);
      }
    }
  }

  /** Lets all activations go. */
  void shutDown() {
    closing = true;
    activations.values().forEach(activation -> activation.leave(DeactivationReason.SHUTDOWN));
  }

  /** Lets a tenth of the activations go, the coldest first, because memory is short. */
  void relieve() {
    residency.relieve(activations.size() / 10 + 1);
  }
}
