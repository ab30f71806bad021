package dev.grains.spring;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.Grain;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.ClassUtils;

/**
 * A grain class that was found by scanning.
 *
 * @param grainClass the class
 */
record ScannedGrain(Class<?> grainClass) {

  /** Registers the class for the one contract that it implements. */
  GrainRegistration<?> registration() {
    return register(contract());
  }

  private <C> GrainRegistration<C> register(Class<C> contract) {
    return GrainRegistration.of(contract, grainClass.asSubclass(contract));
  }

  private Class<?> contract() {
    List<Class<?>> contracts =
        Arrays.stream(ClassUtils.getAllInterfacesForClass(grainClass))
            .filter(each -> each.isAnnotationPresent(Grain.class))
            .<Class<?>>map(each -> each)
            .toList();
    // one that extends another is the contract of the class, and two that do not are refused later
    return contracts.stream()
        .filter(each -> contracts.stream().allMatch(other -> other.isAssignableFrom(each)))
        .findFirst()
        .or(() -> contracts.stream().findFirst())
        .orElseThrow(
            () ->
                new GrainDefinitionException(
                    "the grain class "
                        + grainClass.getName()
                        + " implements no contract; let it implement an interface marked with"
                        + " @Grain, or make it abstract if it is only a base"));
  }
}
