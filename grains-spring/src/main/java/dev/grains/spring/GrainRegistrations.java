package dev.grains.spring;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.GrainsBuilder;
import dev.grains.annotation.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** The grain types of an application context: those registered by beans, then those scanned. */
final class GrainRegistrations {

  private final ConfigurableApplicationContext context;
  private final TypeSettings types;

  GrainRegistrations(ConfigurableApplicationContext context, TypeSettings types) {
    this.context = context;
    this.types = types;
  }

  void apply(GrainsBuilder builder) {
    List<GrainRegistration<?>> all = all();
    types.checkNames(all.stream().map(GrainRegistrations::name).collect(Collectors.toSet()));
    all.forEach(registration -> register(builder, registration));
  }

  /**
   * The name of the type; that of the class where the contract has none, which is refused later.
   */
  private static String name(GrainRegistration<?> registration) {
    Grain grain = registration.contract().getAnnotation(Grain.class);
    return grain == null ? registration.contract().getName() : grain.value();
  }

  private List<GrainRegistration<?>> all() {
    List<GrainRegistration<?>> all = new ArrayList<>();
    context.getBeanProvider(GrainRegistration.class).orderedStream().forEach(all::add);
    Set<Class<?>> explicit =
        all.stream().map(GrainRegistration::contract).collect(Collectors.toSet());
    scanned().stream()
        .filter(scanned -> !explicit.contains(scanned.contract()))
        .collect(Collectors.groupingBy(GrainRegistration::contract))
        .forEach((contract, found) -> all.add(only(contract, found)));
    return all;
  }

  private List<GrainRegistration<?>> scanned() {
    List<GrainRegistration<?>> scanned = new ArrayList<>();
    context.getBeanProvider(ScannedGrain.class).forEach(grain -> scanned.add(grain.registration()));
    return scanned;
  }

  private static GrainRegistration<?> only(Class<?> contract, List<GrainRegistration<?>> found) {
    if (found.size() > 1) {
      throw new GrainDefinitionException(
          "two grain classes were found for the contract "
              + contract.getName()
              + ": "
              + found.stream().map(GrainRegistration::grainClass).toList()
              + "; say which with a bean of the type GrainRegistration");
    }
    return found.get(0);
  }

  private <C> void register(GrainsBuilder builder, GrainRegistration<C> registration) {
    builder.register(registration.contract(), factory(registration), options(registration));
  }

  private <C> Supplier<? extends C> factory(GrainRegistration<C> registration) {
    Class<? extends C> grainClass = registration.grainClass();
    if (grainClass == null) {
      return Objects.requireNonNull(registration.factory());
    }
    GrainClassRules.check(grainClass, context.getBeanFactory());
    return new InjectingFactory<>(grainClass, context.getBeanFactory());
  }

  private GrainOptions options(GrainRegistration<?> registration) {
    return types.options(name(registration), registration.options());
  }
}
