package dev.grains.internal.codec;

import dev.grains.GrainDefinitionException;
import dev.grains.spi.GrainJackson;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORReadFeature;

/**
 * Makes the codecs of everything that is not a scalar: CBOR by the rules of {@link GrainJackson}.
 */
final class Documents {

  private static final int MAX_DEPTH = 500;
  private static final byte[] NULL = {(byte) 0xF6};

  private final ObjectMapper mapper = GrainJackson.configure(CBORMapper.builder(factory())).build();

  private static CBORFactory factory() {
    return CBORFactory.builder()
        // the length of texts is bounded by that of the frame they come in
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
        .disable(
            CBORReadFeature.READ_UNDEFINED_AS_EMBEDDED_OBJECT,
            CBORReadFeature.READ_SIMPLE_VALUE_AS_EMBEDDED_OBJECT)
        .build();
  }

  ValueCodec codec(Type type) {
    boolean genericRoot = type instanceof ParameterizedType && TypeBindings.erase(type).isSealed();
    return genericRoot
        ? new SealedRootCodec(document(new GenericClass(Optional.class, type)))
        : document(type);
  }

  private ValueCodec document(Type type) {
    JavaType resolved = mapper.constructType(type);
    return new DocumentCodec(
        type.getTypeName(),
        new DocumentWriter(mapper.writerFor(resolved)),
        mapper.readerFor(resolved));
  }

  /**
   * Makes sure that Jackson can write and read the objects of a type, now rather than in a call.
   *
   * @throws GrainDefinitionException if it cannot
   */
  void prepare(Type type, String where) {
    JavaType resolved = mapper.constructType(type);
    WrittenProperties written = new WrittenProperties();
    try {
      mapper.acceptJsonFormatVisitor(resolved, written);
      mapper.readerFor(resolved).readValue(NULL);
    } catch (RuntimeException e) {
      throw new GrainDefinitionException(
          where
              + " cannot be serialized: Jackson finds no way to write or read "
              + type.getTypeName()
              + ": "
              + e.getMessage()
              + remedy(TypeBindings.erase(type)),
          e);
    }
    if (written.count() < expected(TypeBindings.erase(type))) {
      throw new GrainDefinitionException(
          where
              + " cannot be serialized: Jackson would not write all of "
              + type.getTypeName()
              + "; remove what hides its parts, such as @JsonIgnore, or give a class that is no"
              + " record @JsonValue or getters");
    }
  }

  /** Returns how many properties at least an object has if it is written as one. */
  private static int expected(Class<?> type) {
    if (type.isRecord()) {
      return type.getRecordComponents().length;
    }
    return Arrays.stream(type.getDeclaredFields())
            .allMatch(field -> Modifier.isStatic(field.getModifiers()))
        ? 0
        : 1;
  }

  private static String remedy(Class<?> type) {
    Module module = type.getModule();
    Module jackson = ObjectMapper.class.getModule();
    return module.isOpen(type.getPackageName(), jackson)
        ? ""
        : "; the module "
            + module.getName()
            + " must open the package "
            + type.getPackageName()
            + " to "
            + jackson.getName();
  }
}
