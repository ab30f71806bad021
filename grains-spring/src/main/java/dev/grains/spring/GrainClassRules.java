package dev.grains.spring;

import dev.grains.GrainDefinitionException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Refuses grain classes that expect of Spring what is not done for them. */
final class GrainClassRules {

  private GrainClassRules() {}

  static void check(Class<?> grainClass, ListableBeanFactory beans) {
    List<String> names = List.of(beans.getBeanNamesForType(grainClass, true, false));
    if (!names.isEmpty()) {
      throw new GrainDefinitionException(
          "the grain class "
              + grainClass.getName()
              + " is a bean, "
              + names
              + ", but an instance is made for each activation; remove @Component or the @Bean"
              + " method, its constructor is served all the same");
    }
    for (Class<?> each = grainClass; each != null; each = each.getSuperclass()) {
      Stream.concat(Stream.of(each.getDeclaredFields()), Stream.of(each.getDeclaredMethods()))
          .filter(member -> injected((AnnotatedElement) member))
          .findFirst()
          .ifPresent(member -> refuse(grainClass, member));
    }
  }

  private static boolean injected(AnnotatedElement member) {
    return AnnotatedElementUtils.hasAnnotation(member, Autowired.class)
        || AnnotatedElementUtils.hasAnnotation(member, Value.class);
  }

  private static void refuse(Class<?> grainClass, Member member) {
    throw new GrainDefinitionException(
        "the grain class "
            + grainClass.getName()
            + " wants "
            + member.getName()
            + " to be injected, but only its constructor is; make it a parameter of that");
  }
}
