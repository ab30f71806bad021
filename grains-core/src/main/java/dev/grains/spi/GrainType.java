package dev.grains.spi;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a store may know of a hosted grain type.
 *
 * @param name the name of the type, from its contract
 * @param grainClass the class of the grains
 * @param kind what is stored of a grain
 * @param nonBlocking whether its handlers only compute
 * @param stateType the type of the state, null for a plain grain
 * @param eventType the type of the events, null unless event-sourced
 * @param snapshotEvery the number of events between snapshots, 0 for none
 * @param snapshotFormat the format version of the state in snapshots
 * @param deleteOlderEvents whether events before a new snapshot are deleted
 * @since 0.1
 */
public record GrainType(
    String name,
    Class<?> grainClass,
    Kind kind,
    boolean nonBlocking,
    @Nullable Type stateType,
    @Nullable Type eventType,
    int snapshotEvery,
    int snapshotFormat,
    boolean deleteOlderEvents) {

  /** What is stored of a grain. */
  public enum Kind {
    /** Nothing: the fields of the activation are all there is. */
    PLAIN,
    /** One document. */
    STATEFUL,
    /** Its events, in order. */
    EVENT_SOURCED
  }
}
