/**
 * The API: what contracts, grains and callers are written against.
 *
 * <p>{@link dev.grains.Grains} is the door. A contract is an interface marked with {@link
 * dev.grains.annotation.Grain}; a grain class implements it and extends {@link dev.grains.Grain},
 * {@link dev.grains.StatefulGrain} or {@link dev.grains.EventSourcedGrain}.
 */
@NullMarked
package dev.grains;

import org.jspecify.annotations.NullMarked;
