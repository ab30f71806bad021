package dev.grains.internal.call;

import org.jspecify.annotations.Nullable;

/** What the owner says to a batch. */
public sealed interface Answer {

  /**
   * The outcomes of all commands, in order, as objects of this JVM.
   *
   * @param outcomes a result or a {@link Failed} for each command
   */
  record Outcomes(@Nullable Object[] outcomes) implements Answer {}

  /**
   * The outcomes of all commands as they travel and as receipts keep them.
   *
   * @param bytes the encoded outcomes
   */
  record Encoded(byte[] bytes) implements Answer {}

  /** An answer without outcomes. */
  enum Status implements Answer {
    /** The batch waits or runs; its outcomes will be pushed. */
    ACCEPTED(0),
    /** Not done: the mailbox or the commit queue is full. */
    OVERLOADED(1),
    /** Not done: the owner does not host the type. */
    NOT_HOSTED(2),
    /** Not done: handed back because the grain is moving, or its member is shutting down. */
    MOVED(3),
    /** Not done now: a later batch of the same lane has been seen already. */
    STALE(4),
    /** The batch or its answer could not be read: the versions of caller and owner differ. */
    UNREADABLE(5),
    /** Handed back like what is moved, but nobody knows whether its commit has happened. */
    IN_DOUBT(6);

    private final byte code;

    Status(int code) {
      this.code = (byte) code;
    }

    /** How it travels; never changes. */
    byte code() {
      return code;
    }
  }
}
