package dev.grains.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsHeaderTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "payment-1, payment-1",
        "\"payment-1\", payment-1",
        "'  \"payment 1\" ', payment 1",
        "\"say \\\"yes\\\"\", say \"yes\"",
        "\"back\\\\slash\", back\\slash",
        "8e03978e-40d5-43e8-bc93-6894a57f9324, 8e03978e-40d5-43e8-bc93-6894a57f9324",
      })
  void readsAnIdempotencyKey(String header, String key) {
    assertThat(IdempotencyKeyHeader.parse(new String[] {header})).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"",
        "\"open",
        "open\"",
        "two words",
        "\"a\"b\"",
        "\"a\\b\"",
        "a,\"b\"",
        "\"a\", \"b\"",
        "sch\u00f6n",
        "\"sch\u00f6n\"",
        "tab\tbed",
        "\"\u0000\""
      })
  void refusesAnIdempotencyKeyThatIsNone(String header) {
    assertRefused(400, () -> IdempotencyKeyHeader.parse(new String[] {header}));
  }

  @Test
  void countsTheCharactersOfAnIdempotencyKey() {
    String longest = "k".repeat(CallOptions.MAX_IDEMPOTENCY_KEY_LENGTH);

    assertThat(IdempotencyKeyHeader.parse(new String[] {'"' + longest + '"'})).isEqualTo(longest);
    assertRefused(400, () -> IdempotencyKeyHeader.parse(new String[] {longest + "k"}));
  }

  @Test
  void refusesTwoIdempotencyKeys() {
    assertRefused(400, () -> IdempotencyKeyHeader.parse(new String[] {"a", "a"}));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "\"7\", 7",
        "' \"7\" ', 7",
        "\"0\", 0",
        "'\"7\", \"7\"', 7",
        "'\"other\", W/\"8\", \"7\"', 7",
        "\"999999999999999999\", 999999999999999999",
      })
  void ifMatchIsTheVersion(String header, long version) {
    assertThat(ifMatch(header)).isEqualTo(CallOptions.ifVersion(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void anyVersionWillDo(String header) {
    assertThat(ifMatch(header)).isEqualTo(CallOptions.defaults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W/\"7\"",
        "\"other\"",
        "\"07\"",
        "\"-1\"",
        "\"9999999999999999999\"",
        "W/\"7\", \"other\""
      })
  void aTagOfSomethingElseIsAFailedPrecondition(String header) {
    assertRefused(412, () -> ifMatch(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "7", "seven", "\"7", "\"7\", \"8\""})
  void refusesIfMatchThatCannotBeRead(String header) {
    assertRefused(400, () -> ifMatch(header));
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(IfMatchHeader.apply(new String[] {"W/\"8\"", "\"7\""}, CallOptions.defaults()))
        .isEqualTo(CallOptions.ifVersion(7));
  }

  private static CallOptions ifMatch(String header) {
    return IfMatchHeader.apply(new String[] {header}, CallOptions.defaults());
  }

  private static void assertRefused(int status, Runnable parse) {
    assertThatThrownBy(parse::run)
        .isInstanceOfSatisfying(
            RequestHeaderException.class,
            refused -> {
              assertThat(refused.getStatusCode().value()).isEqualTo(status);
              assertThat(refused.getBody().getDetail()).endsWith(".");
            });
  }
}
