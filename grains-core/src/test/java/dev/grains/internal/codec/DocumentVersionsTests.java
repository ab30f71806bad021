package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.internal.codec.Ledger.Deposited;
import dev.grains.internal.codec.Ledger.Entry;
import dev.grains.internal.codec.Ledger.Money;
import dev.grains.internal.codec.Ledger.Tree;
import dev.grains.internal.codec.Ledger.Unit;
import dev.grains.internal.codec.Ledger.Withdrawn;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Documents that another version, or nobody, could have written. */
class DocumentVersionsTests {

  private final Codecs codecs = new Codecs();

  @Test
  void unknownPropertyIsIgnored() {
    Object read = read(Deposited.class, Map.of("cents", 5, "note", "n", "newer", List.of(1, 2)));

    assertThat(read).isEqualTo(new Deposited(5, "n"));
  }

  @Test
  void missingPropertyIsNullZeroOrEmpty() {
    assertThat(read(Deposited.class, Map.of())).isEqualTo(new Deposited(0, null));
    assertThat(read(Withdrawn.class, Map.of())).isEqualTo(new Withdrawn(0, Optional.empty()));
    assertThat(read(Money.class, Map.of())).isEqualTo(new Money(null, null));
  }

  @Test
  void orderOfPropertiesDoesNotMatter() {
    byte[] typeLast =
        document(
            generator -> {
              generator.writeStartObject();
              generator.writeNumberProperty("cents", 5);
              generator.writeStringProperty("@type", "deposited");
              generator.writeEndObject();
            });

    assertThat(read(Entry.class, typeLast)).isEqualTo(new Deposited(5, null));
  }

  @Test
  void nullWhereAPrimitiveIsDeclaredIsRefused() {
    Map<String, @Nullable Object> nulled = new HashMap<>();
    nulled.put("cents", null);

    assertRefused(Deposited.class, nulled, "null", "cents");
  }

  @Test
  void propertyThatComesTwiceIsRefused() {
    byte[] twice =
        document(
            generator -> {
              generator.writeStartObject();
              generator.writeNumberProperty("cents", 5);
              generator.writeNumberProperty("cents", 6);
              generator.writeEndObject();
            });

    assertThatThrownBy(() -> read(Deposited.class, twice))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("Duplicate")
        .hasMessageContaining("cents");
  }

  @Test
  void unknownTypeNameIsRefusedWithTheKnownOnes() {
    assertRefused(
        Entry.class, Map.of("@type", "java.lang.Runtime"), "java.lang.Runtime", "deposited");
    assertRefused(Entry.class, Map.of("@type", "Correction"), "Correction", "Withdrawn");
  }

  @Test
  void missingTypeNameIsRefused() {
    assertRefused(Entry.class, Map.of("cents", 5), "missing type id property '@type'");
  }

  @Test
  void unknownEnumNameIsRefused() {
    assertRefused(Money.class, Map.of("currency", "the EUR"), "the EUR", "[EUR, USD]");
    assertRefused(Money.class, Map.of("currency", 0), "currency");

    WireWriter out = new WireWriter();
    out.writeBoolean(true);
    out.writeString("GBP\n");
    ValueCodec codec = codecs.codec(Unit.class, "a test");
    assertThatThrownBy(() -> codec.read(new WireReader(out.toBytes())))
        .isInstanceOf(WireFormatException.class)
        .hasMessage(
            "'GBP?' is no constant of "
                + Unit.class.getName()
                + "; the sender may be of another version");
  }

  @Test
  void valueOfAnotherTypeIsRefused() {
    assertRefused(Deposited.class, Map.of("cents", "5"), "cents");
    assertRefused(Deposited.class, Map.of("cents", 5.5), "cents");
    assertRefused(Deposited.class, Map.of("cents", true), "cents");
    assertRefused(Deposited.class, List.of(5), "Deposited");
    assertRefused(Deposited.class, "5", "Deposited");
    assertRefused(new TypeOf<List<String>>() {}.type(), Map.of("a", "b"), "List");
  }

  @Test
  void bytesBehindTheDocumentAreRefused() {
    byte[] one = document(generator -> generator.writePOJO(Map.of("cents", 5)));
    byte[] two = java.util.Arrays.copyOf(one, one.length + 1);

    assertThatThrownBy(() -> read(Deposited.class, two))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("Trailing token");
  }

  @Test
  void documentThatIsTooDeepIsRefused() {
    byte[] deep =
        document(
            generator -> {
              for (int i = 0; i < 900; i++) {
                generator.writeStartObject();
                generator.writeStringProperty("name", "x");
                generator.writeArrayPropertyStart("children");
              }
              for (int i = 0; i < 900; i++) {
                generator.writeEndArray();
                generator.writeEndObject();
              }
            });

    assertThatThrownBy(() -> read(Tree.class, deep))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("nesting depth (501) exceeds the maximum allowed (500");
  }

  @Test
  void constructorThatRefusesItsArgumentsIsReported() {
    assertRefused(Positive.class, Map.of("value", -1), "value must be positive");
  }

  record Positive(int value) {
    Positive {
      if (value < 0) {
        throw new IllegalArgumentException("value must be positive");
      }
    }
  }

  @Test
  void hugeNumberIsRefused() {
    assertRefused(Money.class, Map.of("amount", new BigDecimal("1e5000").toBigInteger()), "length");
  }

  private void assertRefused(Type type, Object document, String... parts) {
    assertThatThrownBy(() -> read(type, document))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith("no value of type " + type.getTypeName() + ": ")
        .hasMessageContainingAll(parts);
  }

  private @Nullable Object read(Type type, Object document) {
    return read(type, document(generator -> generator.writePOJO(document)));
  }

  private @Nullable Object read(Type type, byte[] document) {
    WireWriter out = new WireWriter();
    out.writeBytes(document);
    return codecs.codec(type, "a test").read(new WireReader(out.toBytes()));
  }

  private static byte[] document(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CBORFactory unbounded =
        CBORFactory.builder()
            .streamWriteConstraints(
                StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build();
    try (JsonGenerator generator = new CBORMapper(unbounded).createGenerator(bytes)) {
      content.accept(generator);
    }
    return bytes.toByteArray();
  }
}
