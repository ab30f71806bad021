package dev.grains.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** No supertype and no signature that can be seen from outside names one of the hidden types. */
final class NotExpose extends ArchCondition<JavaClass> {

  private final DescribedPredicate<JavaClass> hidden;

  NotExpose(DescribedPredicate<JavaClass> hidden) {
    super("not expose " + hidden.getDescription());
    this.hidden = hidden;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!isVisible(type.getModifiers())) {
      return;
    }
    report(type, type.getName(), supertypes(type), events);
    Stream.of(type.getFields(), type.getCodeUnits())
        .flatMap(Set::stream)
        .map(JavaMember.class::cast)
        .filter(member -> isVisible(member.getModifiers()))
        .forEach(member -> report(type, member.getFullName(), signature(member), events));
  }

  private void report(
      JavaClass type, String place, Stream<? extends JavaType> named, ConditionEvents events) {
    named
        .flatMap(one -> one.getAllInvolvedRawTypes().stream())
        .distinct()
        .filter(hidden)
        .map(found -> place + " exposes " + found.getName())
        .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
  }

  private static Stream<JavaType> supertypes(JavaClass type) {
    return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getTypeParameters().stream().flatMap(variable -> variable.getBounds().stream()),
            thrown)
        .flatMap(types -> types);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
