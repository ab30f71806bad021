package dev.grains.jdbc;

import dev.grains.GrainDefinitionException;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Makes the codec of each grain type once. Thread-safe. */
final class TypeCodecs {

  private static final int LONGEST_NAME = 200;

  private final JsonMapper mapper;
  private final JsonText json;
  private final List<Upcaster> upcasters;
  private final Map<GrainType, TypeCodec> codecs = new ConcurrentHashMap<>();

  TypeCodecs(JsonMapper mapper, JsonText json, List<Upcaster> upcasters) {
    this.mapper = mapper;
    this.json = json;
    this.upcasters = upcasters;
  }

  TypeCodec of(GrainType type) {
    TypeCodec codec = codecs.get(type);
    return codec != null ? codec : codecs.computeIfAbsent(type, this::create);
  }

  private TypeCodec create(GrainType type) {
    if (type.kind() == Kind.PLAIN) {
      throw new GrainDefinitionException(
          "grain type '"
              + type.name()
              + "' has no state that could be stored; extend StatefulGrain or EventSourcedGrain in "
              + type.grainClass().getName()
              + ", or use Storage.none()");
    }
    checkName(type.name(), "grain type");
    TypeCodec codec = new TypeCodec(type, mapper, json, upcasters);
    codec.eventTypes().forEach(name -> checkName(name, "event type"));
    return codec;
  }

  private static void checkName(String name, String what) {
    if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw new GrainDefinitionException(
          "the name of "
              + what
              + " '"
              + name
              + "' cannot be stored; it may have "
              + LONGEST_NAME
              + " characters, none of them NUL");
    }
  }
}
