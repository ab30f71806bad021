package dev.grains.spi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Makes sealed types polymorphic by the names of their concrete types, and nothing else. */
final class SealedTypeIntrospector extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value BY_NAME =
      JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME,
          JsonTypeInfo.As.PROPERTY,
          GrainJackson.TYPE_PROPERTY,
          null,
          false,
          true);

  static List<Class<?>> concreteTypes(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(type, found);
    return List.copyOf(found);
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (!polymorphic(type)) {
      found.add(type);
      return;
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      found.add(type);
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      collect(permitted, found);
    }
  }

  private static boolean polymorphic(Class<?> type) {
    // an enum whose constants have bodies is sealed too, and so are types of the JDK such as
    // ZoneId,
    // in some of its versions: yet each is one plain type
    return type.isSealed() && !type.isEnum() && !type.getName().startsWith("java.");
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedClass type && polymorphic(type.getRawType())
        ? BY_NAME
        : null;
  }

  @Override
  public @Nullable Object findTypeResolverBuilder(MapperConfig<?> config, Annotated annotated) {
    return null;
  }

  @Override
  public @Nullable Object findTypeIdResolver(MapperConfig<?> config, Annotated annotated) {
    return null;
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    if (!(annotated instanceof AnnotatedClass type) || !polymorphic(type.getRawType())) {
      return null;
    }
    List<NamedType> subtypes = new ArrayList<>();
    for (Class<?> concrete : concreteTypes(type.getRawType())) {
      subtypes.add(new NamedType(concrete, GrainJackson.typeName(concrete)));
    }
    return subtypes;
  }

  @Override
  public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
    return polymorphic(type.getRawType()) ? null : GrainJackson.typeName(type.getRawType());
  }
}
