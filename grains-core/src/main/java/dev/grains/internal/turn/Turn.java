package dev.grains.internal.turn;

import dev.grains.GrainId;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.CallScope;
import dev.grains.internal.call.CommandCall;
import dev.grains.internal.call.Failed;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the commands of a batch against a grain, on tentative state. Confined to its thread;
 * it changes the context and nothing else.
 */
public final class Turn {

  private final TurnSettings settings;
  private final Batch batch;
  private final GrainId id;
  private final Handler handler;
  private final TurnContext context;
  private final KnownReplies known;
  private final long expectedVersion;

  private final Outcomes outcomes;
  private final List<NewEvent> events = new ArrayList<>(2);
  private List<KeyedReply> replies = List.of();
  private List<Runnable> after = List.of();
  private boolean wrote;
  private @Nullable Throwable crash;

  private Turn(
      TurnSettings settings,
      Batch batch,
      Object grain,
      TurnContext context,
      KnownReplies known,
      TurnScope scope) {
    this.settings = settings;
    this.batch = batch;
    this.id = batch.id();
    this.context = context;
    this.known = known;
    this.handler = new Handler(settings, id, grain, scope);
    this.expectedVersion = context.version();
    this.outcomes = new Outcomes(settings, batch);
  }

  /**
   * Runs a batch.
   *
   * @param grain the instance, bound to the context
   * @param known the replies to earlier commands with idempotency keys
   * @param worker whether this is a worker thread, with a slot in the gate
   */
  public static Decision run(
      TurnSettings settings,
      Batch batch,
      Object grain,
      TurnContext context,
      KnownReplies known,
      boolean worker) {
    boolean nonBlocking = settings.definition().type().nonBlocking();
    TurnScope scope = new TurnScope(batch.id(), nonBlocking, worker ? settings.gate() : null, null);
    CallScope outer = CallScope.enter(scope);
    long start = System.nanoTime();
    Watchdog.Watched watched = settings.watchdog().begin(batch.id(), worker, start);
    try {
      return new Turn(settings, batch, grain, context, known, scope).all(watched);
    } finally {
      settings.watchdog().end(watched);
      CallScope.enter(outer);
      context.end();
      settings.metrics().turn(!worker, batch.size(), System.nanoTime() - start);
    }
  }

  /**
   * Runs a hook as a turn of its own: calls made from it carry who waits, and give the slot back
   * meanwhile.
   *
   * @param gate where this thread has a slot, if it is a worker
   */
  public static void hook(
      TurnSettings settings, TurnContext context, @Nullable Gate gate, Runnable hook) {
    GrainId id = context.id();
    boolean nonBlocking = settings.definition().type().nonBlocking();
    CallScope outer = CallScope.enter(new TurnScope(id, nonBlocking, gate, null));
    Watchdog.Watched watched = settings.watchdog().begin(id, gate != null, System.nanoTime());
    context.beginHook();
    try {
      hook.run();
    } finally {
      context.end();
      settings.watchdog().end(watched);
      CallScope.enter(outer);
    }
  }

  /**
   * Runs an action that a turn has left for after its commit: calls made from it are those of a
   * turn of this member, for which nobody waits.
   *
   * @param gate where this thread has a slot
   */
  public static void action(Gate gate, Runnable action) {
    CallScope outer = CallScope.enter(new ActionScope(gate));
    try {
      action.run();
    } finally {
      CallScope.enter(outer);
    }
  }

  private Decision all(Watchdog.Watched watched) {
    for (int i = 0; i < batch.size(); i++) {
      CommandCall command = batch.command(i);
      watched.deadline(command.deadline());
      one(command, i);
    }
    return new Decision(
        batch,
        outcomes.objects(),
        outcomes.bytes(),
        expectedVersion,
        context.version(),
        wrote,
        wrote ? context.toStore() : null,
        events,
        replies,
        after,
        context.takeLeaveSoon(),
        crash);
  }

  private void one(CommandCall command, int index) {
    ContractMethod method = settings.definition().contract().byId(command.methodId());
    if (method == null) {
      outcomes.addUnknown(Refusals.unknownMethod(id, command));
      return;
    }
    Throwable refusal = Refusals.of(id, command, method, context, settings);
    if (refusal != null) {
      outcomes.add(method, new Failed(refusal));
      return;
    }
    String key = command.idempotencyKey();
    byte[] earlier = key == null ? null : earlierReply(key);
    if (earlier != null) {
      outcomes.add(method, Refusals.earlier(id, method, earlier));
    } else {
      run(command, method, index);
    }
  }

  private byte @Nullable [] earlierReply(String key) {
    for (KeyedReply reply : replies) {
      if (reply.key().equals(key)) {
        return reply.reply();
      }
    }
    return known.reply(key);
  }

  private void run(CommandCall command, ContractMethod method, int index) {
    TurnContext.Savepoint savepoint = context.beginCommand();
    if (method.query()) {
      context.beginQuery();
    }
    Object outcome = handler.invoke(command, method, batch, index);
    if (context.crash() != null) {
      crash = context.crash();
    }
    if (outcome instanceof Failed) {
      context.undo(savepoint);
      outcomes.add(method, outcome);
    } else if (context.hasWritten()) {
      runWrote(command, method, outcome, index, savepoint);
    } else {
      takeAfter();
      outcomes.add(method, outcome);
    }
  }

  /** Takes a command that wrote: its reply must be encodable before anything is committed. */
  private void runWrote(
      CommandCall command,
      ContractMethod method,
      @Nullable Object outcome,
      int index,
      TurnContext.Savepoint savepoint) {
    String key = command.idempotencyKey();
    if (settings.stored() || key != null) {
      try {
        byte[] reply = outcomes.addWritten(method, outcome, key != null);
        if (key != null && reply != null) {
          keepReply(key, reply);
        }
      } catch (RuntimeException unencodable) {
        context.undo(savepoint);
        outcomes.add(method, new Failed(Refusals.undone(id, method, unencodable)));
        return;
      }
    } else {
      outcomes.add(method, outcome);
    }
    wrote = true;
    takeEvents(command, index);
    takeAfter();
  }

  private void takeEvents(CommandCall command, int index) {
    if (!context.events().isEmpty()) {
      EventMetadata metadata = metadata(command, index);
      for (Object event : context.events()) {
        events.add(new NewEvent(event, metadata));
      }
    }
  }

  private void keepReply(String key, byte[] reply) {
    Instant expiry =
        settings.clock().instant().plus(settings.definition().options().idempotencyRetention());
    if (replies.isEmpty()) {
      replies = new ArrayList<>(2);
    }
    replies.add(new KeyedReply(key, expiry, reply));
  }

  private void takeAfter() {
    if (!context.after().isEmpty()) {
      if (after.isEmpty()) {
        after = new ArrayList<>(2);
      }
      after.addAll(context.after());
    }
  }

  private EventMetadata metadata(CommandCall command, int index) {
    if (!settings.metadata()) {
      return Handler.NO_METADATA;
    }
    List<String> chain = command.chain();
    return new EventMetadata(
        batch.caller(),
        handler.correlation(command, batch, index),
        chain.isEmpty() ? null : chain.get(chain.size() - 1),
        command.idempotencyKey(),
        command.headers());
  }
}
