package dev.grains.spring;

import dev.grains.EventSourcedGrain;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** What a native image has to know of a grain class: contract, constructor, and what is stored. */
final class GrainHints {

  private final RuntimeHints hints;
  private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
  private final Set<Class<?>> seen = new HashSet<>();

  GrainHints(RuntimeHints hints) {
    this.hints = hints;
  }

  void register(Class<?> grainClass) {
    hints
        .reflection()
        .registerType(
            grainClass,
            MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
            MemberCategory.INVOKE_DECLARED_METHODS);
    for (Class<?> implemented : ClassUtils.getAllInterfacesForClass(grainClass)) {
      if (implemented.isAnnotationPresent(Grain.class)) {
        contract(implemented);
      }
    }
    ResolvableType type = ResolvableType.forClass(grainClass);
    for (Class<?> base : new Class<?>[] {EventSourcedGrain.class, StatefulGrain.class}) {
      for (ResolvableType stored : type.as(base).getGenerics()) {
        value(stored.getType());
      }
    }
  }

  private void contract(Class<?> contract) {
    hints.proxies().registerJdkProxy(contract);
    hints.reflection().registerType(contract, MemberCategory.INVOKE_PUBLIC_METHODS);
    for (Method method : contract.getMethods()) {
      for (Type parameter : method.getGenericParameterTypes()) {
        value(parameter);
      }
      value(method.getGenericReturnType());
    }
  }

  private void value(Type type) {
    binding.registerReflectionHints(hints.reflection(), type);
    permitted(ResolvableType.forType(type));
  }

  /** Finds sealed types wherever a value has them, since those who read it choose by name. */
  private void permitted(ResolvableType type) {
    for (ResolvableType argument : type.getGenerics()) {
      permitted(argument);
    }
    Class<?> found = type.isArray() ? type.getComponentType().toClass() : type.toClass();
    if (!seen.add(found)) {
      return;
    }
    if (found.isSealed()) {
      for (Class<?> each : found.getPermittedSubclasses()) {
        value(each);
      }
    }
    if (found.isRecord()) {
      for (RecordComponent component : found.getRecordComponents()) {
        permitted(ResolvableType.forType(component.getGenericType()));
      }
    }
  }
}
