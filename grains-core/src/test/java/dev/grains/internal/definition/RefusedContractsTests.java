package dev.grains.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.internal.codec.Codecs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedContractsTests {

  private final Codecs codecs = new Codecs();

  static Stream<Arguments> contracts() {
    return Stream.of(
        arguments(String.class, "is not an interface; register the interface"),
        arguments(Override.class, "is not an interface; register the interface"),
        arguments(Runnable.class, "has no @Grain; give it @Grain("),
        arguments(Blank.class, "has the unusable name ''; use 1 to 64"),
        arguments(Slashed.class, "has the unusable name 'a/b'; use 1 to 64"),
        arguments(Closed.class, "is sealed, so that no proxy can implement it; remove 'sealed'"),
        arguments(Promised.class, "move the annotation to the grain class"),
        arguments(ToStringAgain.class, "toString() is answered by the reference"),
        arguments(OneWayResult.class, "run() is @OneWay and yet returns something; let it return"),
        arguments(OneWayQuery.class, "run() is both @OneWay and @ReadOnly; remove one"),
        arguments(Varargs.class, "has variable arguments, which are an array; take a List"),
        arguments(ReturnsFuture.class, "let it return CompletionStage<...>"),
        arguments(ReturnsCompletable.class, "let it return CompletionStage<...>"),
        arguments(ReturnsPublisher.class, "let it return CompletionStage<...>"),
        arguments(ReturnsRaw.class, "returns a raw CompletionStage; write CompletionStage<...>"),
        arguments(ReturnsWildcard.class, "name the type without a wildcard"),
        arguments(
            TakesArray.class,
            "parameter 2 of "
                + TakesArray.class.getName()
                + ".run(long,[B) cannot be serialized: byte[] is an array"),
        arguments(
            ReturnsObject.class,
            "the result of "
                + ReturnsObject.class.getName()
                + ".run() cannot be serialized: java.lang.Object could be anything"),
        arguments(Unbound.class, "T could be anything; give it a bound"),
        arguments(Disagreeing.class, "which do not say the same; declare it in the contract"),
        arguments(Empty.class, "has no method that a caller could use; declare at least one"),
        arguments(
            TakesAnyList.class,
            "parameter 1 of "
                + TakesAnyList.class.getName()
                + ".run(java.util.List) cannot be serialized: ? is not one type; name the type"),
        arguments(TakesGrain.class, "is a grain; send its key, and get the grain from it"),
        arguments(SameHash.class, "told apart by chance only"));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void contractIsRefusedWithReasonAndRemedy(Class<?> contract, String part) {
    assertThatThrownBy(() -> Contract.of(contract, codecs))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(contract.getName())
        .hasMessageContaining(part);
  }

  @Test
  void methodThatTwoInterfacesDeclareAlikeIsFine() {
    assertThat(Contract.of(Agreeing.class, codecs).methods()).hasSize(1);
    assertThat(Contract.of(Settled.class, codecs).methods())
        .singleElement()
        .satisfies(method -> assertThat(method.query()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(classes = {Longest.class, Signs.class})
  void unusualNamesAreFine(Class<?> contract) {
    assertThat(Contract.of(contract, codecs).typeName())
        .isEqualTo(contract.getAnnotation(Grain.class).value());
  }

  @Grain("")
  interface Blank {}

  @Grain("a/b")
  interface Slashed {}

  @Grain("0123456789012345678901234567890123456789012345678901234567890123")
  interface Longest {
    void run();
  }

  @Grain("a.b_c-D9")
  interface Signs {
    void run();
  }

  @Grain("closed")
  sealed interface Closed permits Only {}

  static final class Only implements Closed {}

  @Grain("promised")
  @NonBlocking
  interface Promised {}

  @Grain("toString")
  interface ToStringAgain {
    @Override
    String toString();
  }

  @Grain("oneWayResult")
  interface OneWayResult {
    @OneWay
    long run();
  }

  @Grain("oneWayQuery")
  interface OneWayQuery {
    @OneWay
    @ReadOnly
    void run();
  }

  @Grain("varargs")
  interface Varargs {
    void run(String... names);
  }

  @Grain("returnsFuture")
  interface ReturnsFuture {
    Future<Long> run();
  }

  @Grain("returnsCompletable")
  interface ReturnsCompletable {
    CompletableFuture<Long> run();
  }

  @Grain("returnsPublisher")
  interface ReturnsPublisher {
    Flow.Publisher<Long> run();
  }

  @Grain("returnsRaw")
  @SuppressWarnings("rawtypes")
  interface ReturnsRaw {
    CompletionStage run();
  }

  @Grain("returnsWildcard")
  interface ReturnsWildcard {
    CompletionStage<List<?>> run();
  }

  @Grain("takesArray")
  interface TakesArray {
    void run(long number, byte[] bytes);
  }

  @Grain("returnsObject")
  interface ReturnsObject {
    Object run();
  }

  @Grain("unbound")
  interface Unbound {
    <T> void run(T value);
  }

  interface Asking {
    @ReadOnly
    long run();
  }

  interface Telling {
    long run();
  }

  interface AskingToo {
    @ReadOnly
    long run();
  }

  @Grain("disagreeing")
  interface Disagreeing extends Asking, Telling {}

  @Grain("agreeing")
  interface Agreeing extends Asking, AskingToo {}

  @Grain("settled")
  interface Settled extends Asking, Telling {
    @Override
    @ReadOnly
    long run();
  }

  @Grain("sameHash")
  interface SameHash {
    void plumless();

    void buckeroo();
  }

  @Grain("empty")
  interface Empty {
    static void help() {}
  }

  @Grain("takes-any-list")
  interface TakesAnyList {
    void run(List<?> values);
  }

  @Grain("takes-grain")
  interface TakesGrain {
    void run(TakesAnyList other);
  }
}
