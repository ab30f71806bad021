package dev.grains.internal.call;

/** What the owner says to a batch. */
public sealed interface Answer {

  /**
   * The outcomes of all commands, in order, as objects of this JVM.
   *
   * @param outcomes a result or a {@link Failed} for each command
   */
  record Outcomes(Object[] outcomes) implements Answer {}

  /**
   * The outcomes of all commands as they travel and as receipts keep them.
   *
   * @param bytes the encoded outcomes
   */
  record Encoded(byte[] bytes) implements Answer {}

  /** An answer without outcomes. */
  enum Status implements Answer {
    /** The batch waits or runs; its outcomes will be pushed. */
    ACCEPTED,
    /** Not done: the mailbox or the commit queue is full. */
    OVERLOADED,
    /** Not done: the owner does not host the type. */
    NOT_HOSTED,
    /** Not done: handed back because the grain is moving, or its member is shutting down. */
    MOVED,
    /** Not done now: a later batch of the same lane has been seen already. */
    STALE,
    /** The batch or its answer could not be read: the versions of caller and owner differ. */
    UNREADABLE
  }
}
