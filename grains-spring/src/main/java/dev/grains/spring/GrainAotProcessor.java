package dev.grains.spring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Tells a native image about the grain classes that scanning has found. */
final class GrainAotProcessor implements BeanFactoryInitializationAotProcessor {

  @Override
  public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
      ConfigurableListableBeanFactory beans) {
    List<Class<?>> grainClasses = new ArrayList<>();
    for (String name : beans.getBeanNamesForType(ScannedGrain.class)) {
      grainClasses.add(beans.getBean(name, ScannedGrain.class).grainClass());
    }
    if (grainClasses.isEmpty()) {
      return null;
    }
    return (generation, code) ->
        grainClasses.forEach(
            grainClass -> new GrainHints(generation.getRuntimeHints()).register(grainClass));
  }
}
