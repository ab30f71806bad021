package dev.grains.spi;

import dev.grains.annotation.EventType;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;

/**
 * The rules by which values become documents, for Jackson mappers of any format: what travels as
 * CBOR and what a store keeps as JSON have the same names and the same shape.
 *
 * <ul>
 *   <li>A record is an object with its components in order, and nothing else. Unknown properties
 *       are ignored and missing ones are null, zero or an empty {@code Optional}, so that members
 *       of two versions understand each other. A null where a primitive is declared is an error,
 *       and so is a property that comes twice.
 *   <li>A value whose declared type is sealed has its {@link #typeName} in front, as the property
 *       {@value #TYPE_PROPERTY}. Nothing else is polymorphic: annotations such as
 *       {@code @JsonTypeInfo} count for nothing, and no class is ever found by a name in a
 *       document.
 *   <li>Times are ISO-8601 text with the offset and zone they were written with; enums are their
 *       names.
 *   <li>Numbers have at most {@value #MAX_NUMBER_BITS} bits, which is about 900 digits; longer ones
 *       are refused by the writer, as readers would.
 *   <li>Lists, sets and maps are read in the order written and cannot be changed. Map keys may be
 *       records with one component.
 * </ul>
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class GrainJackson {

  /** The property that holds the type name of a value whose declared type is sealed. */
  public static final String TYPE_PROPERTY = "@type";

  /** The bits of the longest {@code BigInteger}, and of the longest unscaled {@code BigDecimal}. */
  public static final int MAX_NUMBER_BITS = 3_000;

  /** The largest scale of a {@code BigDecimal} on either side of zero. */
  public static final int MAX_NUMBER_SCALE = 100_000;

  private GrainJackson() {}

  /**
   * Applies the rules to a mapper under construction. Bounds on what is read ({@code
   * StreamReadConstraints}) belong to the factory of the format and are left as they are.
   *
   * @param <M> the type of the mapper
   * @param <B> the type of the builder
   * @param builder the builder; its annotation introspector is replaced
   * @return the builder
   */
  public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configure(B builder) {
    return builder
        .annotationIntrospector(new SealedTypeIntrospector())
        .addModule(new GrainModule())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(
            MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(
            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
            DateTimeFeature.WRITE_DATES_WITH_CONTEXT_TIME_ZONE,
            DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
            DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
        .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID);
  }

  /**
   * Returns the name that a concrete type has in documents and stores.
   *
   * @param type the type
   * @return the value of its {@link EventType} annotation, else the simple name of the class
   */
  public static String typeName(Class<?> type) {
    EventType annotation = type.getAnnotation(EventType.class);
    return annotation == null || annotation.value().isEmpty()
        ? type.getSimpleName()
        : annotation.value();
  }

  /**
   * Returns the format version of the stored form of a concrete type.
   *
   * @param type the type
   * @return the version of its {@link EventType} annotation, else 1
   */
  public static int formatVersion(Class<?> type) {
    EventType annotation = type.getAnnotation(EventType.class);
    return annotation == null ? 1 : annotation.version();
  }

  /**
   * Returns the concrete types that a value of a declared type can have.
   *
   * @param sealedOrConcrete the declared type
   * @return the type itself, or the concrete types of its sealed hierarchy in the order of their
   *     {@code permits} clauses
   */
  public static List<Class<?>> concreteTypes(Class<?> sealedOrConcrete) {
    return SealedTypeIntrospector.concreteTypes(sealedOrConcrete);
  }

  /**
   * Tells whether values of a type can be the keys of a map.
   *
   * @param type the type
   * @return whether it is a string, a UUID, an enum, an integer, a date, or a record with one such
   *     component
   */
  public static boolean isMapKey(Class<?> type) {
    return RecordKeys.isKey(type);
  }
}
