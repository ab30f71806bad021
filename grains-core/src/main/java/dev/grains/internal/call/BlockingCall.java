package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CallObserver;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose caller waits on its own thread, and is woken in place. */
final class BlockingCall extends PendingCall {

  private static final Object PENDING = new Object();

  private final Thread waiter = Thread.currentThread();
  private volatile @Nullable Object outcome = PENDING;

  BlockingCall(
      GrainId id, ContractMethod method, CommandCall command, @Nullable CallObserver observer) {
    super(id, method, command, observer);
  }

  @Override
  boolean done() {
    return outcome != PENDING;
  }

  @Override
  boolean completesInPlace() {
    return true;
  }

  @Override
  void complete(@Nullable Object value) {
    synchronized (this) {
      if (outcome != PENDING) {
        return;
      }
      outcome = value;
    }
    LockSupport.unpark(waiter);
  }

  /**
   * Waits for the outcome.
   *
   * @param nanos the time to wait
   * @return whether there is one
   * @throws InterruptedException if the thread is interrupted
   */
  boolean await(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (outcome == PENDING) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return true;
  }

  @Nullable Object outcome() {
    return outcome;
  }
}
