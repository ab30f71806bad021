package dev.grains.internal.codec;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The door to codecs: makes each once and keeps it. Thread-safe. */
public final class Codecs {

  private final Documents documents = new Documents();
  private final Map<Type, ValueCodec> codecs = new ConcurrentHashMap<>();
  private final KnownThrowables refusals = new KnownThrowables();

  public Codecs() {}

  /**
   * Returns the codec of a declared type.
   *
   * @param type the type; a type variable is taken for its bound
   * @param where what has this type, for messages: "parameter 1 of dev.x.Account.deposit(long)"
   * @return the codec
   * @throws dev.grains.GrainDefinitionException if values of the type cannot be sent, with where,
   *     which type, why and the remedy
   */
  public ValueCodec codec(Type type, String where) {
    Type resolved = TypeBindings.of(Object.class).resolve(type);
    ValueCodec known = codecs.get(resolved);
    if (known != null) {
      return known;
    }
    ValueCodec made = make(resolved, where);
    ValueCodec other = codecs.putIfAbsent(resolved, made);
    return other == null ? made : other;
  }

  private ValueCodec make(Type type, String where) {
    Class<?> raw = TypeBindings.erase(type);
    ValueCodec scalar = ScalarCodecs.find(raw);
    if (scalar != null) {
      return scalar;
    }
    for (Type object : new TypeCheck(where).check(type)) {
      documents.prepare(object, where);
    }
    return raw.isEnum() ? new NullableCodec(new EnumCodec(raw)) : documents.codec(type);
  }

  /**
   * Returns the codec of failures.
   *
   * @param declared the types that arrive as themselves beside those that always do, normally the
   *     {@code throws} clause of a contract method; sealed ones stand for their permitted
   *     subclasses as well
   * @return the codec
   */
  public ThrowableCodec throwables(List<Class<? extends Throwable>> declared) {
    return new ThrowableCodec(declared, refusals, this);
  }

  /**
   * Lets exceptions arrive as themselves whatever method they come from.
   *
   * @param types their types
   */
  public void refusals(List<? extends Class<? extends Throwable>> types) {
    types.forEach(type -> refusals.add(type, this));
  }
}
