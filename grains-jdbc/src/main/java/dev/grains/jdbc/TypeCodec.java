package dev.grains.jdbc;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.spi.GrainJackson;
import dev.grains.spi.GrainType;
import dev.grains.spi.StoredDataException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** How the events and states of one grain type are stored as JSON. Thread-safe. */
final class TypeCodec {

  private final GrainType type;
  private final JsonText json;
  private final ObjectWriter stateWriter;
  private final ObjectReader stateReader;
  private final ObjectReader treeReader;
  private final Map<Class<?>, EventKind> kindsByClass = new HashMap<>();
  private final Map<String, EventKind> kindsByName = new LinkedHashMap<>();
  private final Upcasting upcasting;

  TypeCodec(GrainType type, JsonMapper mapper, JsonText json, List<Upcaster> upcasters) {
    this.type = type;
    this.json = json;
    JavaType state = mapper.constructType(Objects.requireNonNull(type.stateType(), "state type"));
    stateWriter = json.writerFor(state);
    stateReader = mapper.readerFor(state);
    treeReader =
        mapper
            .readerFor(JsonNode.class)
            // a tree between stored and current form must not round what it does not know
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    upcasting = new Upcasting(type.name(), upcasters);
    if (type.eventType() != null) {
      Class<?> declared = mapper.constructType(type.eventType()).getRawClass();
      GrainJackson.concreteTypes(declared).forEach(concrete -> addKind(concrete, mapper));
    }
  }

  private void addKind(Class<?> concrete, JsonMapper mapper) {
    EventKind kind = EventKind.of(concrete, mapper, json);
    kindsByClass.put(concrete, kind);
    if (kindsByName.put(kind.name(), kind) != null) {
      throw new GrainDefinitionException(
          "two events of grain type '"
              + type.name()
              + "' are stored as '"
              + kind.name()
              + "'; give "
              + concrete.getName()
              + " another name with @EventType");
    }
  }

  GrainType type() {
    return type;
  }

  Set<String> eventTypes() {
    return kindsByName.keySet();
  }

  EventKind kind(Object event) {
    EventKind kind = kindsByClass.get(event.getClass());
    if (kind == null) {
      throw new UnstorableException(
          event.getClass().getName() + " is not an event of grain type '" + type.name() + "'",
          null);
    }
    return kind;
  }

  String write(EventKind kind, Object event) {
    return json.of(kind.writer(), event, "event '" + kind.name() + "'");
  }

  String writeState(Object state) {
    return json.of(stateWriter, state, "the state");
  }

  Object readState(GrainId id, long version, String stored) {
    try {
      return Objects.requireNonNull(stateReader.readValue(stored), "a stored state is never null");
    } catch (RuntimeException e) {
      throw new StoredDataException(
          "the stored state of grain "
              + id
              + " at version "
              + version
              + " cannot be read as "
              + type.stateType()
              + ": "
              + e.getMessage()
              + "; let the class read it again, or repair what is stored",
          e);
    }
  }

  /** Returns what a stored event is today: one event unless upcasters say otherwise. */
  List<Object> read(GrainId id, StoredRow row) {
    try {
      if (!upcasting.applies(row.eventType(), row.format())) {
        return List.of(read(kind(row.eventType(), row.format()).reader().readValue(row.payload())));
      }
      JsonNode tree = treeReader.readValue(row.payload());
      return upcasting.upcast(new EventForm(row.eventType(), row.format(), tree)).stream()
          .map(
              form ->
                  read(kind(form.eventType(), form.format()).reader().readValue(form.payload())))
          .toList();
    } catch (RuntimeException e) {
      throw new StoredDataException(
          "event '"
              + row.eventType()
              + "' of format "
              + row.format()
              + " at version "
              + row.version()
              + " of grain "
              + id
              + " cannot be read: "
              + e.getMessage(),
          e);
    }
  }

  private static Object read(Object event) {
    return Objects.requireNonNull(event, "the stored JSON is null");
  }

  private EventKind kind(String name, int format) {
    EventKind kind = kindsByName.get(name);
    if (kind == null) {
      throw new IllegalStateException(
          "grain type '"
              + type.name()
              + "' knows the events "
              + kindsByName.keySet()
              + " only; bring the event class back, name it with @EventType, or add an Upcaster");
    }
    if (kind.format() != format) {
      throw new IllegalStateException(
          format > kind.format()
              ? "this program knows format " + kind.format() + " only; update the program"
              : "the event class has format " + kind.format() + "; add an Upcaster");
    }
    return kind;
  }
}
