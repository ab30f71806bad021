package dev.grains.internal.admission;

import dev.grains.internal.activation.Hosts;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Where admissions find the runtime of the member they arrive at: in the user context of its
 * Hazelcast instance, from before the member joins. Until the runtime has opened it, and after it
 * has closed, batches are handed back to their callers, who send them again. Thread-safe.
 */
public final class AdmissionDesk {

  /** The name of the desk in the user context. */
  public static final String KEY = "dev.grains.admission";

  private volatile @Nullable Open open;

  /**
   * What an open desk works with.
   *
   * @param hosts the hosted types
   * @param clock measures deadlines
   * @param probe watches and repeats admissions, for tests of what must survive that
   */
  record Open(Hosts hosts, InstantSource clock, AdmissionProbe probe) {}

  /** Begins to admit. Returns false if another runtime does already. */
  public synchronized boolean open(Hosts hosts, InstantSource clock, AdmissionProbe probe) {
    if (open != null) {
      return false;
    }
    open = new Open(hosts, clock, probe);
    return true;
  }

  /** Whether a runtime admits here. */
  public boolean taken() {
    return open != null;
  }

  /** Admits no more. */
  public void close() {
    open = null;
  }

  @Nullable Open current() {
    return open;
  }
}
