package dev.grains.internal.activation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.grains.DeactivationReason;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Recency and frequency weighed by Caffeine's W-TinyLFU policy; the bound may be passed briefly.
 *
 * <p>Caffeine chooses the victims under its lock; they leave afterwards, outside of it.
 */
final class AdaptiveResidency implements Residency {

  private final Cache<String, Activation> cache;
  private final ConcurrentLinkedQueue<Activation> victims = new ConcurrentLinkedQueue<>();

  AdaptiveResidency(int bound) {
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(bound)
            .executor(Runnable::run)
            .removalListener(this::chosen)
            .build();
  }

  private void chosen(@Nullable String key, @Nullable Activation activation, RemovalCause cause) {
    if (activation != null && cause == RemovalCause.SIZE) {
      victims.add(activation);
    }
  }

  @Override
  public void added(Activation activation) {
    cache.put(activation.id().key(), activation);
    evict(activation);
  }

  private void evict(Activation wanted) {
    Activation victim = victims.poll();
    while (victim != null) {
      victim.beyondBound = true; // before it is asked: its work may be done right after its answer
      if (victim != wanted) {
        victim.leaveIfIdle(DeactivationReason.EVICTED);
      }
      victim = victims.poll();
    }
  }

  @Override
  public void used(Activation activation) {
    if (activation.beyondBound) {
      activation.beyondBound = false;
      cache.put(activation.id().key(), activation);
    } else {
      Object unused = cache.getIfPresent(activation.id().key());
    }
    evict(activation);
  }

  @Override
  public void rested(Activation activation) {
    if (activation.beyondBound) {
      activation.leaveIfIdle(DeactivationReason.EVICTED);
    }
  }

  @Override
  public void relieve(int count) {
    cache
        .policy()
        .eviction()
        .ifPresent(
            eviction ->
                eviction
                    .coldest(count)
                    .values()
                    .forEach(cold -> cold.leaveIfIdle(DeactivationReason.MEMORY_PRESSURE)));
  }

  @Override
  public void removed(Activation activation) {
    cache.asMap().remove(activation.id().key(), activation);
  }
}
