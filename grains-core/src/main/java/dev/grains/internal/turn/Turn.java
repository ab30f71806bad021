package dev.grains.internal.turn;

import static java.util.Objects.requireNonNull;

import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.CallScope;
import dev.grains.internal.call.CommandCall;
import dev.grains.internal.call.Failed;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  private final @Nullable Object[] outcomes;
  private @Nullable WireWriter encoded;
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
    this.outcomes = new Object[batch.size()];
    this.encoded = batch.origin() == null ? new WireWriter(128) : null;
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

  private Decision all(Watchdog.Watched watched) {
    for (int i = 0; i < batch.size(); i++) {
      CommandCall command = batch.command(i);
      watched.deadline(command.deadline());
      Object outcome = one(command, i);
      outcomes[i] = outcome;
    }
    WireWriter out = encoded;
    return new Decision(
        batch,
        outcomes,
        out == null ? null : out.toBytes(),
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

  private @Nullable Object one(CommandCall command, int index) {
    ContractMethod method = settings.definition().contract().byId(command.methodId());
    if (method == null) {
      return encodeFailure(Refusals.unknownMethod(id, command));
    }
    Throwable refusal = Refusals.of(id, command, method, context, settings);
    if (refusal != null) {
      return settle(method, new Failed(refusal));
    }
    String key = command.idempotencyKey();
    byte[] earlier = key == null ? null : earlierReply(key);
    if (earlier != null) {
      return settle(method, Refusals.earlier(id, method, earlier));
    }
    return run(command, method, index);
  }

  private byte @Nullable [] earlierReply(String key) {
    for (KeyedReply reply : replies) {
      if (reply.key().equals(key)) {
        return reply.reply();
      }
    }
    return known.reply(key);
  }

  private @Nullable Object run(CommandCall command, ContractMethod method, int index) {
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
      return settle(method, outcome);
    }
    if (!context.hasWritten()) {
      takeAfter();
      return settle(method, outcome);
    }
    return settings.stored()
        ? settleWritten(command, method, outcome, index, savepoint)
        : keep(command, method, outcome, index, null);
  }

  /** Settles a command that wrote: its reply must be encodable before anything is committed. */
  private @Nullable Object settleWritten(
      CommandCall command,
      ContractMethod method,
      @Nullable Object outcome,
      int index,
      TurnContext.Savepoint savepoint) {
    byte[] reply;
    try {
      reply = encode(method, outcome);
    } catch (RuntimeException unencodable) {
      context.undo(savepoint);
      return settle(method, new Failed(Refusals.unencodable(id, method, unencodable)));
    }
    if (encoded == null) {
      encodeEarlier(index);
    }
    WireWriter out = Objects.requireNonNull(encoded);
    out.writeRaw(reply, 0, reply.length);
    return keep(command, method, outcome, index, reply);
  }

  private @Nullable Object keep(
      CommandCall command,
      ContractMethod method,
      @Nullable Object outcome,
      int index,
      byte @Nullable [] reply) {
    wrote = true;
    if (!context.events().isEmpty()) {
      EventMetadata metadata = metadata(command, index);
      for (Object event : context.events()) {
        events.add(new NewEvent(event, metadata));
      }
    }
    String key = command.idempotencyKey();
    if (key != null) {
      keepReply(key, reply == null ? encode(method, outcome) : reply);
    }
    takeAfter();
    return reply == null ? settle(method, outcome) : outcome;
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

  /** Encodes an outcome if the batch needs that; one that cannot be encoded becomes a failure. */
  private @Nullable Object settle(ContractMethod method, @Nullable Object outcome) {
    WireWriter out = encoded;
    if (out == null) {
      return outcome;
    }
    Object settled = outcome;
    byte[] bytes;
    try {
      bytes = encode(method, outcome);
    } catch (RuntimeException unencodable) {
      settled = new Failed(Refusals.unencodable(id, method, unencodable));
      bytes = encode(method, settled);
    }
    out.writeRaw(bytes, 0, bytes.length);
    return settled;
  }

  private Failed encodeFailure(Throwable failure) {
    WireWriter out = encoded;
    if (out != null) {
      Refusals.writeWithoutMethod(failure, id, settings, out);
    }
    return new Failed(failure);
  }

  /** Begins to encode at the first command that wrote, with the outcomes of those before it. */
  private void encodeEarlier(int index) {
    encoded = new WireWriter(128);
    for (int i = 0; i < index; i++) {
      ContractMethod method = settings.definition().contract().byId(batch.command(i).methodId());
      if (method == null) {
        encodeFailure(((Failed) requireNonNull(outcomes[i])).cause());
      } else {
        outcomes[i] = settle(method, outcomes[i]);
      }
    }
  }

  private byte[] encode(ContractMethod method, @Nullable Object outcome) {
    WireWriter out = new WireWriter(32);
    AnswerFormat.writeOutcome(method, outcome, id, out);
    if (out.size() > settings.callBytes()) {
      throw new GrainCallException(
          "size",
          "the result takes "
              + out.size()
              + " bytes; at most "
              + settings.callBytes()
              + " are allowed",
          null);
    }
    return out.toBytes();
  }
}
