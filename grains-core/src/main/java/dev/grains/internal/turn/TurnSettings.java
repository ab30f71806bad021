package dev.grains.internal.turn;

import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.TypeMetrics;
import dev.grains.spi.CallInterceptor;
import java.time.InstantSource;
import java.util.List;

/**
 * What all turns of one type share.
 *
 * @param definition the type
 * @param stored whether what turns write goes to a store, with receipts
 * @param metadata whether the store keeps where events come from
 * @param clock measures deadlines
 * @param callBytes how many bytes a result may have
 * @param interceptors around every handler
 * @param gate the slots of worker turns
 * @param watchdog watches turns
 * @param metrics the meters of the type
 */
public record TurnSettings(
    GrainDefinition definition,
    boolean stored,
    boolean metadata,
    InstantSource clock,
    int callBytes,
    List<CallInterceptor> interceptors,
    Gate gate,
    Watchdog watchdog,
    TypeMetrics metrics) {}
