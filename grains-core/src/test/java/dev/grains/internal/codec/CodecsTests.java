package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grains.internal.codec.Ledger.Account;
import dev.grains.internal.codec.Ledger.Closed;
import dev.grains.internal.codec.Ledger.Entry;
import dev.grains.internal.codec.Ledger.Money;
import dev.grains.internal.codec.Ledger.Page;
import dev.grains.internal.codec.Ledger.Unit;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTests {

  private static final Codecs CODECS = new Codecs();

  static Stream<Arguments> values() {
    return Stream.of(Samples.scalars(), Samples.documents())
        .flatMap(List::stream)
        .map(sample -> arguments(sample.type(), sample.value()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Type type, @Nullable Object value) {
    assertThat(roundTrip(type, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void nullComesBackWhereTheTypeAllowsIt(Type type, @Nullable Object value) {
    if (!(type instanceof Class<?> plain) || !plain.isPrimitive()) {
      assertThat(roundTrip(type, null)).isNull();
    }
  }

  @Test
  void scalarsTakeFewBytes() {
    assertThat(bytes(long.class, 100L)).hasSize(2);
    assertThat(bytes(int.class, -1)).hasSize(1);
    assertThat(bytes(boolean.class, true)).hasSize(1);
    assertThat(bytes(Long.class, 1L)).hasSize(2);
    assertThat(bytes(String.class, "abc")).hasSize(5);
    assertThat(bytes(void.class, null)).isEmpty();
    assertThat(bytes(Void.class, null)).isEmpty();
    assertThat(bytes(Money.class, null)).hasSize(1);
  }

  @Test
  void codecIsMadeOnce() {
    assertThat(CODECS.codec(new TypeOf<List<Money>>() {}.type(), "a"))
        .isSameAs(CODECS.codec(new TypeOf<List<Money>>() {}.type(), "b"));
  }

  @Test
  void codecIsSharedByEqualTypesOfOtherOrigin() {
    Type own = new GenericClass(List.class, Money.class);

    assertThat(own).isEqualTo(new TypeOf<List<Money>>() {}.type());
    assertThat(CODECS.codec(own, "a"))
        .isSameAs(CODECS.codec(new TypeOf<List<Money>>() {}.type(), "b"));
  }

  @Test
  void collectionsComeBackInOrderAndUnmodifiable() {
    Map<String, Long> map = new LinkedHashMap<>();
    Set<Integer> set = new LinkedHashSet<>();
    for (int i = 1_000; i > 0; i--) {
      map.put("k" + i, (long) i);
      set.add(i);
    }

    Map<?, ?> mapBack = (Map<?, ?>) roundTrip(new TypeOf<Map<String, Long>>() {}.type(), map);
    Set<?> setBack = (Set<?>) roundTrip(new TypeOf<Set<Integer>>() {}.type(), set);
    List<?> listBack = (List<?>) roundTrip(new TypeOf<List<String>>() {}.type(), List.of("a"));

    assertThat(List.copyOf(mapBack.keySet())).isEqualTo(List.copyOf(map.keySet()));
    assertThat(List.copyOf(setBack)).isEqualTo(List.copyOf(set));
    assertUnmodifiable(mapBack::clear);
    assertUnmodifiable(setBack::clear);
    assertUnmodifiable(listBack::clear);
  }

  @Test
  void nestedCollectionsComeBackUnmodifiable() {
    Account back = (Account) roundTrip(Account.class, Ledger.account());
    List<?> lists =
        (List<?>)
            roundTrip(new TypeOf<List<Collection<String>>>() {}.type(), List.of(List.of("x")));

    assertUnmodifiable(back.entries()::clear);
    assertUnmodifiable(back.balances()::clear);
    assertUnmodifiable(back.tags()::clear);
    assertUnmodifiable(((Collection<?>) lists.get(0))::clear);
  }

  @Test
  void nullsInListsComeBack() {
    List<@Nullable String> withNull = Arrays.asList("a", null);

    assertThat(roundTrip(new TypeOf<List<String>>() {}.type(), withNull)).isEqualTo(withNull);
  }

  @Test
  void componentsAreAllThatIsWrittenOfARecord() {
    byte[] bytes = bytes(Money.class, new Money(BigDecimal.ONE, Unit.EUR));

    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("amount", "currency", "EUR")
        .doesNotContain("zero", "double", "the EUR");
  }

  @Test
  void typeNamesAreWrittenOnlyWhereATypeIsSealed() {
    assertThat(bytes(Closed.class, new Closed()).length)
        .isLessThan(bytes(Entry.class, new Closed()).length);
  }

  private record Secret(long value) {}

  @Test
  void privateAndLocalRecordsComeBack() {
    record Local(List<Secret> secrets) {}

    Local local = new Local(List.of(new Secret(5)));

    assertThat(roundTrip(Local.class, local)).isEqualTo(local);
  }

  @Test
  void valueWhoseAccessorFailsIsRefusedByTheSender() {
    record Moody(String text) {
      @Override
      public String text() {
        throw new IllegalStateException("not today");
      }
    }

    assertThatThrownBy(() -> bytes(Moody.class, new Moody("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not today");
  }

  @Test
  void valueOfAnotherTypeIsRefusedByTheSender() {
    assertThatThrownBy(() -> bytes(new TypeOf<List<Long>>() {}.type(), List.of("no number")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be sent");
  }

  @Test
  void typeVariableIsTakenForItsBound() throws NoSuchMethodException {
    Type variable =
        Bounded.class.getDeclaredMethod("store", Entry.class).getGenericParameterTypes()[0];

    assertThat(CODECS.codec(variable, "a")).isSameAs(CODECS.codec(Entry.class, "b"));
  }

  interface Bounded {
    <T extends Entry> void store(T entry);
  }

  @Test
  void textThatCannotBeEncodedIsRefusedByTheSender() {
    ValueCodec page = CODECS.codec(new TypeOf<Page<String>>() {}.type(), "a test");

    assertThatThrownBy(() -> page.write(new Page<>(List.of("\uD800"), 1), new WireWriter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Page<java.lang.String> cannot be sent");
  }

  @Test
  void numbersThatCostTooMuchAreRefusedByTheSender() {
    assertThatThrownBy(() -> bytes(BigInteger.class, BigInteger.TEN.pow(1_100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 376");
    assertThatThrownBy(() -> bytes(BigDecimal.class, new BigDecimal(BigInteger.ONE, 200_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale 200000");
    assertThatThrownBy(
            () -> bytes(Money.class, new Money(new BigDecimal(BigInteger.ONE, 200_000), Unit.EUR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale 200000");
    assertThatThrownBy(
            () ->
                bytes(new TypeOf<List<BigInteger>>() {}.type(), List.of(BigInteger.TEN.pow(1_100))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 3000 bits");
  }

  @Test
  void numbersUpToTheBoundComeBack() {
    BigInteger longest = BigInteger.ONE.shiftLeft(3_000).negate();
    BigDecimal finest = new BigDecimal(longest, 100_000);
    Type type = new TypeOf<List<BigDecimal>>() {}.type();

    assertThat(roundTrip(BigInteger.class, longest)).isEqualTo(longest);
    assertThat(roundTrip(BigDecimal.class, finest)).isEqualTo(finest);
    assertThat(roundTrip(type, List.of(finest))).isEqualTo(List.of(finest));
  }

  @Test
  void treesThatAreTooDeepAreRefusedByTheSender() {
    Ledger.Tree tree = new Ledger.Tree("leaf", List.of());
    for (int i = 0; i < 300; i++) {
      tree = new Ledger.Tree("node", List.of(tree));
    }
    Ledger.Tree tooDeep = tree;

    assertThatThrownBy(() -> bytes(Ledger.Tree.class, tooDeep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nesting depth");
  }

  private static byte[] bytes(Type type, @Nullable Object value) {
    WireWriter out = new WireWriter();
    CODECS.codec(type, "a test").write(value, out);
    return out.toBytes();
  }

  private static @Nullable Object roundTrip(Type type, @Nullable Object value) {
    WireReader in = new WireReader(bytes(type, value));
    Object back = CODECS.codec(type, "a test").read(in);
    in.expectEnd();
    return back;
  }

  private static void assertUnmodifiable(Runnable change) {
    assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
  }
}
