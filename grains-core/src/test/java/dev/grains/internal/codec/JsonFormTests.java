package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grains.internal.codec.Ledger.Account;
import dev.grains.internal.codec.Ledger.Money;
import dev.grains.internal.codec.Ledger.Unit;
import dev.grains.spi.GrainJackson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** What can be sent can be stored: the same rules, as JSON. */
class JsonFormTests {

  private final JsonMapper mapper = GrainJackson.configure(JsonMapper.builder()).build();

  static Stream<Arguments> values() {
    return Stream.of(Samples.scalars(), Samples.documents())
        .flatMap(List::stream)
        .filter(sample -> !isGenericSealed(sample.type()))
        .map(sample -> arguments(sample.type(), sample.value()));
  }

  /** Refused as a state, and so never the root of a stored document. */
  private static boolean isGenericSealed(Type type) {
    return type instanceof ParameterizedType && TypeBindings.erase(type).isSealed();
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Type type, @Nullable Object value) {
    JavaType declared = mapper.constructType(type);

    String json = mapper.writerFor(declared).writeValueAsString(value);
    Object back = mapper.readerFor(declared).readValue(json);

    assertThat(back).isEqualTo(value);
  }

  @Test
  void documentIsWhatAReaderExpects() {
    assertThat(mapper.writerFor(Account.class).writeValueAsString(Ledger.account()))
        .isEqualTo(
            """
            {"number":{"value":"DE-42"},"owner":"00000000-0000-0001-0000-000000000002",\
            "opened":"2026-02-28","balances":{"EUR":{"amount":12.50,"currency":"EUR"}},\
            "tags":["vip"],"entries":[{"@type":"deposited","cents":1250,"note":"salary"},\
            {"@type":"Withdrawn","cents":7,"reason":"fee"},\
            {"@type":"Reversed","entries":[{"@type":"deposited","cents":1,"note":null}],\
            "at":"2026-02-02T02:40:00.000000005Z"}],"last":{"@type":"Closed"}}""");
  }

  @Test
  void numberThatNoReaderTakesIsNotWritten() {
    BigInteger longest = BigInteger.ONE.shiftLeft(3_000).negate();
    Money last = new Money(new BigDecimal(longest, 450), Unit.EUR);
    Money tooLong = new Money(new BigDecimal(longest.shiftLeft(1)), Unit.EUR);

    String json = mapper.writeValueAsString(last);

    assertThat(mapper.readValue(json, Money.class)).isEqualTo(last);
    assertThatThrownBy(() -> mapper.writeValueAsString(tooLong))
        .hasMessageContaining("at most 3000 bits");
  }
}
