package dev.grains.internal.activation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.grains.DeactivationReason;
import org.jspecify.annotations.Nullable;

/**
 * Recency and frequency weighed by Caffeine's W-TinyLFU policy; the bound may be passed briefly.
 */
final class AdaptiveResidency implements Residency {

  private final Cache<String, Activation> cache;

  AdaptiveResidency(int bound) {
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(bound)
            .executor(Runnable::run)
            .removalListener(this::onRemoval)
            .build();
  }

  private void onRemoval(
      @Nullable String key, @Nullable Activation activation, RemovalCause cause) {
    if (activation != null
        && cause == RemovalCause.SIZE
        && !activation.leaveIfIdle(DeactivationReason.EVICTED)
        && !activation.gone()) {
      cache.put(activation.id().key(), activation); // it has work; it will be chosen again
    }
  }

  @Override
  public void added(Activation activation) {
    cache.put(activation.id().key(), activation);
  }

  @Override
  public void used(Activation activation) {
    Object unused = cache.getIfPresent(activation.id().key());
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
