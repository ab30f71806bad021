package dev.grains.internal.codec;

import dev.grains.GrainDefinitionException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an exception of a declared type is taken apart and built again, or why it cannot be. */
sealed interface DeclaredThrowable {

  /**
   * It arrives as a {@link dev.grains.GrainCallException}.
   *
   * @param reason why, and what to do about it
   */
  record NotRebuilt(String reason) implements DeclaredThrowable {}

  /** It arrives as itself. */
  record Rebuilt(List<Field> fields, List<ValueCodec> codecs, MessageConstructor constructor)
      implements DeclaredThrowable {

    void write(Throwable failure, WireWriter out) {
      for (int i = 0; i < codecs.size(); i++) {
        codecs.get(i).write(get(fields.get(i), failure), out);
      }
    }

    private static @Nullable Object get(Field field, Throwable failure) {
      try {
        return field.get(failure);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("a field that was made accessible is not", e);
      }
    }

    /** Reads the fields; returns null if the constructor refuses them. */
    @Nullable Throwable read(@Nullable String message, WireReader in) {
      List<@Nullable Object> values = new ArrayList<>();
      for (ValueCodec codec : codecs) {
        values.add(codec.read(in));
      }
      return constructor.create(message, values);
    }
  }

  static DeclaredThrowable of(Class<? extends Throwable> type, Codecs codecs) {
    List<Field> all = fields(type, true);
    List<Field> own = fields(type, false);
    MessageConstructor constructor = MessageConstructor.find(type, all);
    List<Field> fields = all;
    if (constructor == null) {
      constructor = MessageConstructor.find(type, own);
      fields = own;
    }
    if (constructor == null) {
      return new NotRebuilt(MessageConstructor.missing(own));
    }
    return withCodecs(type, fields, constructor, codecs);
  }

  private static DeclaredThrowable withCodecs(
      Class<?> type, List<Field> fields, MessageConstructor constructor, Codecs codecs) {
    List<ValueCodec> found = new ArrayList<>();
    for (Field field : fields) {
      try {
        found.add(
            codecs.codec(
                field.getGenericType(), "field " + field.getName() + " of " + type.getName()));
      } catch (GrainDefinitionException e) {
        return new NotRebuilt("change what it holds: " + e.getMessage());
      }
      if (!field.trySetAccessible()) {
        return new NotRebuilt("let its module open its package to Grains");
      }
    }
    return new Rebuilt(fields, found, constructor);
  }

  /** Returns the fields that a constructor may take, those of superclasses first. */
  private static List<Field> fields(Class<?> type, boolean inherited) {
    List<Field> result = new ArrayList<>();
    if (JdkTypes.isJdk(type)) {
      return result;
    }
    if (inherited) {
      result.addAll(fields(type.getSuperclass(), true));
    }
    for (Field field : type.getDeclaredFields()) {
      if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
        result.add(field);
      }
    }
    return result;
  }
}
