package dev.grains.jdbc;

import dev.grains.spi.GrainJackson;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One concrete type of the events of a grain type, and how it is stored. */
record EventKind(String name, int format, ObjectWriter writer, ObjectReader reader) {

  static EventKind of(Class<?> type, JsonMapper mapper, JsonText json) {
    return new EventKind(
        GrainJackson.typeName(type),
        GrainJackson.formatVersion(type),
        json.writerFor(mapper.constructType(type)),
        mapper.readerFor(type));
  }
}
