package dev.grains.spi;

import dev.grains.GrainId;
import java.lang.reflect.Method;

/**
 * The call that an interceptor sees.
 *
 * @param id the called grain
 * @param method the method of the contract
 * @param query whether the method only reads
 * @since 0.1
 */
public record CallInfo(GrainId id, Method method, boolean query) {}
