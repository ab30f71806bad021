package dev.grains.internal.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

/** Checks a class that is no record: immutable all the same, and made to be written and read. */
final class PlainClassCheck {

  private static final String REMEDY = "; use a record";

  private final TypeCheck check;
  private final String path;

  PlainClassCheck(TypeCheck check, String path) {
    this.check = check;
    this.path = path;
  }

  void check(Type type) {
    Class<?> raw = TypeBindings.erase(type);
    if (raw.isAnonymousClass() || raw.isLocalClass() || isInner(raw)) {
      throw check.refusal(type, path, "is bound to the object or method around it" + REMEDY);
    }
    if (!Modifier.isFinal(raw.getModifiers())) {
      throw check.refusal(type, path, "is a class that others may extend" + REMEDY);
    }
    if (!hasCreator(raw)) {
      throw check.refusal(type, path, "has no @JsonCreator to say how it is read" + REMEDY);
    }
    checkFields(type, raw);
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  private static boolean hasCreator(Class<?> type) {
    Stream<AnnotatedElement> constructors = Arrays.stream(type.getDeclaredConstructors());
    return Stream.concat(constructors, Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(each -> each.isAnnotationPresent(JsonCreator.class));
  }

  private void checkFields(Type type, Class<?> raw) {
    TypeBindings bindings = TypeBindings.of(type);
    for (Class<?> each = raw; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          String place = "field " + field.getName() + " of " + each.getTypeName();
          if (!Modifier.isFinal(field.getModifiers())) {
            throw check.refusal(type, place, "is mutable, as the field is not final" + REMEDY);
          }
          check.checkPart(bindings.resolve(field.getGenericType()), place, path);
        }
      }
    }
  }
}
