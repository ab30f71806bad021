package dev.grains.spring;

import dev.grains.GrainOptions;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A grain type that this application hosts, as a bean: for grain classes that no {@link GrainScan}
 * finds, and for those that need options or a factory of their own. It takes the place of a grain
 * class found for the same contract. Immutable.
 *
 * @param <C> the contract
 * @since 0.1
 */
public final class GrainRegistration<C> {

  private final Class<C> contract;
  private final @Nullable Class<? extends C> grainClass;
  private final @Nullable Supplier<? extends C> factory;
  private final GrainOptions options;

  private GrainRegistration(
      Class<C> contract,
      @Nullable Class<? extends C> grainClass,
      @Nullable Supplier<? extends C> factory,
      GrainOptions options) {
    this.contract = Objects.requireNonNull(contract, "contract");
    this.grainClass = grainClass;
    this.factory = factory;
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Registers a grain class whose constructor arguments come from the application context.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param grainClass the class of the grains
   * @return the registration
   */
  public static <C> GrainRegistration<C> of(Class<C> contract, Class<? extends C> grainClass) {
    return new GrainRegistration<>(
        contract, Objects.requireNonNull(grainClass, "grainClass"), null, GrainOptions.defaults());
  }

  /**
   * Registers a factory of grains.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param factory creates an instance for each activation, and one at the start, from which the
   *     class is learnt; called by several threads
   * @return the registration
   */
  public static <C> GrainRegistration<C> of(Class<C> contract, Supplier<? extends C> factory) {
    return new GrainRegistration<>(
        contract, null, Objects.requireNonNull(factory, "factory"), GrainOptions.defaults());
  }

  /**
   * Returns a copy with options. Properties {@code grains.types.<name>.*} go over them.
   *
   * @param value the options of the type
   * @return the copy
   */
  public GrainRegistration<C> withOptions(GrainOptions value) {
    return new GrainRegistration<>(contract, grainClass, factory, value);
  }

  Class<C> contract() {
    return contract;
  }

  @Nullable Class<? extends C> grainClass() {
    return grainClass;
  }

  @Nullable Supplier<? extends C> factory() {
    return factory;
  }

  GrainOptions options() {
    return options;
  }
}
