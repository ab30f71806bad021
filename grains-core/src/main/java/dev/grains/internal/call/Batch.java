package dev.grains.internal.call;

import dev.grains.GrainId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a lane sends together, or one query. Known by its caller, grain and number.
 *
 * <p>Immutable but for {@link #repeated}, and for {@link #answer}, which the admission of this very
 * object leaves behind on the partition thread, and which is read once the future of the entry
 * processor is done.
 */
public final class Batch {

  private static final long GIVE_UP_EARLY = 100;

  private final UUID caller;
  private final long number;
  private final boolean query;
  private final GrainId id;
  private final int partition;
  private final CommandCall[] commands;
  private final Transport.@Nullable Listener origin;
  private volatile boolean repeated;
  private @Nullable Answer answer;
  private @Nullable Runnable acknowledged;

  Batch(
      UUID caller,
      long number,
      boolean query,
      GrainId id,
      int partition,
      CommandCall[] commands,
      Transport.@Nullable Listener origin) {
    this.caller = caller;
    this.number = number;
    this.query = query;
    this.id = id;
    this.partition = partition;
    this.commands = commands;
    this.origin = origin;
  }

  public UUID caller() {
    return caller;
  }

  /** The number of the batch; those of a caller only ever rise. */
  public long number() {
    return number;
  }

  /** Whether this is one query rather than commands. */
  public boolean query() {
    return query;
  }

  public GrainId id() {
    return id;
  }

  public int partition() {
    return partition;
  }

  public int size() {
    return commands.length;
  }

  public CommandCall command(int index) {
    return commands[index];
  }

  /** Its sender if that is in this JVM, so that outcomes may go to it as objects. */
  public Transport.@Nullable Listener origin() {
    return origin;
  }

  /**
   * Whether an earlier attempt to send it ended nobody knows how: it may have been committed, and
   * to say that it was not done takes more than that it is not known here.
   */
  public boolean repeated() {
    return repeated;
  }

  /** Notes that an attempt to send it ended nobody knows how. */
  public void repeat() {
    repeated = true;
  }

  /** The latest deadline of its commands, in milliseconds by the clock of this JVM. */
  public long deadline() {
    long latest = Long.MIN_VALUE;
    for (CommandCall command : commands) {
      latest = Math.max(latest, command.deadline());
    }
    return latest;
  }

  /**
   * When to give up waiting for a store, in milliseconds: a little before the deadline, so that the
   * caller still learns that it was not done.
   */
  public long giveUp() {
    return deadline() - GIVE_UP_EARLY;
  }

  /** What the admission has answered in place. */
  public @Nullable Answer answer() {
    return answer;
  }

  /** Leaves an answer, or takes back that of an earlier attempt. */
  public void answer(@Nullable Answer value) {
    answer = value;
  }

  /** Sets what to do once the answer in place has been acknowledged by the backups. */
  public void onAcknowledged(@Nullable Runnable action) {
    acknowledged = action;
  }

  /** Called when the future of the entry processor has succeeded. */
  public void acknowledged() {
    Runnable action = acknowledged;
    if (action != null) {
      acknowledged = null;
      action.run();
    }
  }

  @Override
  public String toString() {
    return "batch " + number + " of " + caller + " for " + id;
  }
}
