package dev.grains.spring;

import dev.grains.GrainDefinitionException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Creates grains with constructor arguments from the application context. Arguments that are the
 * same for every instance are looked up once. Thread-safe.
 */
final class InjectingFactory<C> implements Supplier<C> {

  private final Constructor<? extends C> constructor;
  private final ConfigurableListableBeanFactory beans;
  private final List<DependencyDescriptor> parameters;
  private volatile @Nullable Object @Nullable [] shared;

  InjectingFactory(Class<? extends C> grainClass, ConfigurableListableBeanFactory beans) {
    this.constructor = constructor(grainClass);
    this.beans = beans;
    this.parameters =
        IntStream.range(0, constructor.getParameterCount())
            .mapToObj(index -> new MethodParameter(constructor, index))
            .map(parameter -> new DependencyDescriptor(parameter, true))
            .toList();
    constructor.setAccessible(true);
  }

  @SuppressWarnings("unchecked") // the constructors of a class make instances of it
  private static <C> Constructor<? extends C> constructor(Class<? extends C> grainClass) {
    List<Constructor<?>> all = List.of(grainClass.getDeclaredConstructors());
    List<Constructor<?>> candidates =
        all.size() == 1
            ? all
            : all.stream()
                .filter(each -> AnnotatedElementUtils.hasAnnotation(each, Autowired.class))
                .toList();
    if (candidates.size() != 1) {
      throw new GrainDefinitionException(
          "the grain class "
              + grainClass.getName()
              + " has "
              + all.size()
              + " constructors; mark the one to be used with @Autowired");
    }
    return (Constructor<? extends C>) candidates.get(0);
  }

  @Override
  @SuppressWarnings("NullAway") // arguments that are optional dependencies may be null
  public C get() {
    @Nullable Object @Nullable [] known = shared;
    try {
      return constructor.newInstance(known == null ? arguments() : known);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getTargetException());
    } catch (ReflectiveOperationException impossible) {
      throw new GrainDefinitionException(
          "the grain class "
              + constructor.getDeclaringClass().getName()
              + " cannot be instantiated by its constructor; let it be a concrete class",
          impossible);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new UndeclaredThrowableException(thrown);
  }

  private @Nullable Object[] arguments() {
    @Nullable Object[] arguments = new Object[parameters.size()];
    Set<String> used = new HashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = resolve(parameters.get(i), used);
    }
    if (used.stream().allMatch(bean -> !beans.containsBean(bean) || beans.isSingleton(bean))) {
      shared = arguments;
    }
    return arguments;
  }

  private @Nullable Object resolve(DependencyDescriptor parameter, Set<String> used) {
    try {
      return beans.resolveDependency(parameter, null, used, null);
    } catch (BeansException unresolved) {
      throw new UnsatisfiedDependencyException(
          null,
          constructor.getDeclaringClass().getName(),
          new InjectionPoint(Objects.requireNonNull(parameter.getMethodParameter())),
          unresolved);
    }
  }
}
