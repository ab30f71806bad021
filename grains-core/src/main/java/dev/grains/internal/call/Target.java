package dev.grains.internal.call;

/** A grain as the transport reaches it. Thread-safe; does not block. */
public interface Target {

  /** The partition of its key. */
  int partition();

  /**
   * Sends a batch to the owner.
   *
   * @param listener told once what came of it, on any thread, possibly a partition thread, possibly
   *     before this method returns
   */
  void send(Batch batch, Transport.Listener listener);
}
