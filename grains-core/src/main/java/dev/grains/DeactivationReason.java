package dev.grains;

/**
 * Why an activation left memory. The grain itself goes on to exist.
 *
 * @since 0.1
 */
public enum DeactivationReason {
  /** No command or query came for the idle timeout of the type. */
  IDLE,
  /** Hotter grains needed the room: the type was beyond its {@code max-active}. */
  EVICTED,
  /** The heap of the member ran short. */
  MEMORY_PRESSURE,
  /** The grain or an operator asked for it. */
  REQUESTED,
  /** A hook, {@code apply} or the store failed; the next command starts afresh. */
  FAILED,
  /** The partition of the grain moved to another member. */
  PARTITION_LEFT,
  /** Another activation had committed first; the state in memory was out of date. */
  CONFLICT,
  /** The member is shutting down. */
  SHUTDOWN
}
