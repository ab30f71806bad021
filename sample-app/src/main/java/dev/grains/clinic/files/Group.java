package dev.grains.clinic.files;

import java.util.Set;

/**
 * What belongs together.
 *
 * @param key what it has in common
 * @param values what there is of it, nothing twice
 * @param <V> the values
 */
public record Group<V>(String key, Set<V> values) {}
