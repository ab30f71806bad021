package dev.grains.spring;

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
    all().forEach(registration -> register(builder, registration));
  }

  private List<GrainRegistration<?>> all() {
    List<GrainRegistration<?>> all = new ArrayList<>();
    context.getBeanProvider(GrainRegistration.class).orderedStream().forEach(all::add);
    Set<Class<?>> explicit =
        all.stream().map(GrainRegistration::contract).collect(Collectors.toSet());
    context
        .getBeanProvider(ScannedGrain.class)
        .orderedStream()
        .map(ScannedGrain::registration)
        .filter(scanned -> !explicit.contains(scanned.contract()))
        .forEach(all::add);
    return all;
  }

  private <C> void register(GrainsBuilder builder, GrainRegistration<C> registration) {
    builder.register(registration.contract(), factory(registration), options(registration));
  }

  private <C> Supplier<? extends C> factory(GrainRegistration<C> registration) {
    Supplier<? extends C> factory = registration.factory();
    if (factory != null) {
      return factory;
    }
    Class<? extends C> grainClass = Objects.requireNonNull(registration.grainClass());
    return new InjectingFactory<>(grainClass, context.getBeanFactory());
  }

  private GrainOptions options(GrainRegistration<?> registration) {
    Grain name = registration.contract().getAnnotation(Grain.class);
    GrainOptions options = registration.options();
    return name == null ? options : types.options(name.value(), options);
  }
}
