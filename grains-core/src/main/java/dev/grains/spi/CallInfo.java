package dev.grains.spi;

import dev.grains.GrainId;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call that an interceptor sees.
 *
 * @param id the called grain
 * @param contract the contract of the called grain
 * @param method the method, of the contract or of one that it extends
 * @param arguments the arguments, not to be changed
 * @param query whether the method only reads
 * @since 0.1
 */
public record CallInfo(
    GrainId id,
    Class<?> contract,
    Method method,
    List<@Nullable Object> arguments,
    boolean query) {}
