package dev.grains;

/**
 * How the activations to leave memory are chosen when a type is beyond its {@code max-active}.
 *
 * @since 0.1
 */
public enum DeactivationPolicy {
  /** The least recently used activation leaves first; {@code max-active} is a hard bound. */
  LRU,
  /**
   * Recency and frequency are weighed (W-TinyLFU): better hit rates where a few grains are hot and
   * scans touch many others once. The bound may be passed for a moment.
   */
  ADAPTIVE
}
