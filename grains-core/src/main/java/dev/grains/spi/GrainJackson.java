package dev.grains.spi;

import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;

/** The rules by which values become documents, for Jackson mappers of any format. Thread-safe. */
public final class GrainJackson {

  private GrainJackson() {}

  public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configure(B builder) {
    return builder;
  }

  public static String typeName(Class<?> type) {
    throw new UnsupportedOperationException("type names are not there yet");
  }

  public static int formatVersion(Class<?> type) {
    throw new UnsupportedOperationException("format versions are not there yet");
  }

  public static List<Class<?>> concreteTypes(Class<?> sealedOrConcrete) {
    throw new UnsupportedOperationException("concrete types are not there yet");
  }
}
