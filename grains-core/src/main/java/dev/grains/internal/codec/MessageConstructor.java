package dev.grains.internal.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A constructor of an exception that takes its fields, its message, or both. */
record MessageConstructor(
    Constructor<? extends Throwable> constructor, boolean message, boolean cause) {

  /** Returns the constructor to use for a type with certain fields, or null if there is none. */
  static @Nullable MessageConstructor find(Class<? extends Throwable> type, List<Field> fields) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    List<Class<?>> plain = fields.stream().<Class<?>>map(Field::getType).toList();
    List<Class<?>> afterMessage = new ArrayList<>(plain);
    afterMessage.add(0, String.class);
    MessageConstructor found = find(type, afterMessage, true, false);
    if (found == null && fields.isEmpty()) {
      found = find(type, List.of(String.class, Throwable.class), true, true);
    }
    return found == null ? find(type, plain, false, false) : found;
  }

  private static @Nullable MessageConstructor find(
      Class<? extends Throwable> type, List<Class<?>> parameters, boolean message, boolean cause) {
    try {
      var constructor = type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
      return constructor.trySetAccessible()
          ? new MessageConstructor(constructor, message, cause)
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  static String missing(List<Field> fields) {
    if (fields.isEmpty()) {
      return "give it an accessible constructor that takes a String, a String and a Throwable, or"
          + " nothing";
    }
    List<String> parameters =
        fields.stream().map(f -> f.getType().getSimpleName() + " " + f.getName()).toList();
    return "give it an accessible constructor that takes its fields, or a message and its fields: ("
        + String.join(", ", parameters)
        + ")";
  }

  /** Creates an exception with a message; returns null if the constructor fails. */
  @Nullable Throwable create(@Nullable String wanted, List<@Nullable Object> fields) {
    Throwable made = invoke(wanted, fields);
    if (made == null || !message || wanted == null || wanted.equals(made.getMessage())) {
      return made;
    }
    // the constructor decorates what it is given: give it what remains without the decoration
    String bare = withoutDecoration(wanted, made.getMessage());
    Throwable again = bare == null ? null : invoke(bare, fields);
    return again != null && Objects.equals(wanted, again.getMessage()) ? again : made;
  }

  private static @Nullable String withoutDecoration(String wanted, @Nullable String decorated) {
    if (decorated == null || !decorated.contains(wanted)) {
      return null;
    }
    int at = decorated.indexOf(wanted);
    String prefix = decorated.substring(0, at);
    String suffix = decorated.substring(at + wanted.length());
    return wanted.length() >= prefix.length() + suffix.length()
            && wanted.startsWith(prefix)
            && wanted.endsWith(suffix)
        ? wanted.substring(prefix.length(), wanted.length() - suffix.length())
        : null;
  }

  private @Nullable Throwable invoke(@Nullable String text, List<@Nullable Object> fields) {
    List<@Nullable Object> arguments = new ArrayList<>();
    if (message) {
      arguments.add(text);
    }
    arguments.addAll(fields);
    if (cause) {
      arguments.add(null);
    }
    try {
      return constructor.newInstance(arguments.toArray());
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
