package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.grains.GrainDefinitionException;
import dev.grains.annotation.EventType;
import dev.grains.annotation.Grain;
import dev.grains.internal.codec.Ledger.Money;
import dev.grains.internal.codec.Ledger.Page;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedTypesTests {

  private final Codecs codecs = new Codecs();

  static Stream<Arguments> ofTheJdk() {
    return Stream.of(
        arguments(Object.class, "could be anything", "declare the type itself"),
        arguments(byte[].class, "is an array and so mutable", "Base64"),
        arguments(int[].class, "is an array and so mutable", "use List<Integer>"),
        arguments(Money[].class, "is an array and so mutable", "use List<dev.grains"),
        arguments(
            new TypeOf<List<String>[]>() {}.type(), "is an array", "use List<java.util.List<"),
        arguments(Date.class, "is mutable", "java.time.Instant"),
        arguments(java.sql.Timestamp.class, "is mutable", "java.time.Instant"),
        arguments(Calendar.class, "is mutable", "java.time.ZonedDateTime"),
        arguments(StringBuilder.class, "may be mutable", "use String"),
        arguments(AtomicLong.class, "is mutable", "use long"),
        arguments(Number.class, "too general", "use long"),
        arguments(new TypeOf<ArrayList<String>>() {}.type(), "special collection", "List<...>"),
        arguments(new TypeOf<TreeSet<String>>() {}.type(), "kind of set", "Set<...>"),
        arguments(new TypeOf<SortedSet<String>>() {}.type(), "kind of set", "Set<...>"),
        arguments(new TypeOf<HashMap<String, Long>>() {}.type(), "kind of map", "Map<..., ...>"),
        arguments(List.class, "without type arguments", "write them out"),
        arguments(Map.class, "without type arguments", "write them out"),
        arguments(HashMap.class, "kind of map", "Map<..., ...>"),
        arguments(new TypeOf<List<?>>() {}.type(), "is not one type", "without a wildcard"),
        arguments(new TypeOf<List<? extends Money>>() {}.type(), "is not one type", "wildcard"),
        arguments(new TypeOf<Stream<String>>() {}.type(), "only once", "use List<...>"),
        arguments(new TypeOf<Iterator<String>>() {}.type(), "only once", "use List<...>"),
        arguments(new TypeOf<Iterable<String>>() {}.type(), "too little", "use List<...>"),
        arguments(Runnable.class, "is code and not data", "send data"),
        arguments(new TypeOf<Callable<String>>() {}.type(), "is code and not data", "send data"),
        arguments(new TypeOf<Function<Long, Long>>() {}.type(), "is code and not data", "send"),
        arguments(new TypeOf<Class<?>>() {}.type(), "is code and not data", "send a name"),
        arguments(new TypeOf<CompletionStage<Long>>() {}.type(), "a result to come", "send the"),
        arguments(new TypeOf<CompletableFuture<Long>>() {}.type(), "a result to come", "send the"),
        arguments(Serializable.class, "an interface that anything may implement", "sealed"),
        arguments(new TypeOf<Comparable<Long>>() {}.type(), "anything may implement", "sealed"),
        arguments(URL.class, "asks the network", "java.net.URI"),
        arguments(Path.class, "belongs to one machine", "use String"),
        arguments(Thread.class, "is code and not data", "send data"),
        arguments(java.util.Random.class, "not one of the JDK types", "into a record"),
        arguments(IllegalStateException.class, "is an exception", "throw it"),
        arguments(new TypeOf<Optional<Optional<Long>>>() {}.type(), "two kinds of empty", "one"),
        arguments(new TypeOf<Map<Money, Long>>() {}.type(), "cannot be the key", "use String"),
        arguments(new TypeOf<Map<Double, Long>>() {}.type(), "cannot be the key", "use String"));
  }

  static Stream<Arguments> ofUsers() {
    return Stream.of(
        arguments(Page.class, "without type arguments", "write them out"),
        arguments(Open.class, "is an interface that anything may extend", "make it sealed"),
        arguments(OpenBase.class, "is a class that anything may extend", "make it sealed"),
        arguments(Extensible.class, "is a class that others may extend", "use a record"),
        arguments(Silent.class, "has no @JsonCreator", "use a record"),
        arguments(Mute.class, "would not write all of", "@JsonValue or getters"),
        arguments(Hidden.class, "would not write all of", "such as @JsonIgnore"),
        arguments(Mutable.class, "field value of", "not final; use a record"),
        arguments(HoldsArray.class, "field values of", "use List<Integer>"),
        arguments(Inner.class, "bound to the object or method around it", "use a record"),
        arguments(Nested.class, "component page of", "use List<java.time.Instant>"),
        arguments(Leaky.class, "is non-sealed", "make it a record"),
        arguments(Twins.class, "two types named 'twin'", "rename one"),
        arguments(Nameless.class, "needs a name and a version", "@EventType"),
        arguments(Concrete.class, "is sealed and yet concrete", "make it abstract"),
        arguments(OtherRules.class, "has @JsonTypeInfo", "make it sealed"),
        arguments(Shop.class, "is a grain", "send its key"),
        arguments(Unreadable.class, "Jackson finds no way", "Unreadable"),
        arguments(Fixed.class, "U (component value of", "give it a bound"));
  }

  @ParameterizedTest
  @MethodSource({"ofTheJdk", "ofUsers"})
  void typeIsRefusedWithReasonAndRemedy(Type type, String reason, String remedy) {
    assertThatThrownBy(() -> codecs.codec(type, "parameter 1 of x.Shop.buy(long)"))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageStartingWith("parameter 1 of x.Shop.buy(long) cannot be serialized: ")
        .hasMessageContaining(reason)
        .hasMessageContaining(remedy);
  }

  @ParameterizedTest
  @MethodSource({"ofTheJdk", "ofUsers"})
  void typeIsRefusedDeepInside(Type type, String reason, String remedy) {
    Type wrapped = new GenericClass(Map.class, String.class, new GenericClass(List.class, type));

    assertThatThrownBy(() -> codecs.codec(wrapped, "the result of x.Shop.buy(long)"))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void messageNamesPlaceTypeReasonAndRemedy() {
    assertThatThrownBy(() -> codecs.codec(Nested.class, "the state of x.ShopGrain"))
        .hasMessage(
            "the state of x.ShopGrain cannot be serialized: java.time.Instant[] (component items of "
                + Page.class.getName()
                + ", in component page of "
                + Nested.class.getName()
                + ") is an array and so mutable; use List<java.time.Instant>");
  }

  @Test
  void refusedTypeIsRefusedAgain() {
    assertThatThrownBy(() -> codecs.codec(Nested.class, "a")).hasMessageStartingWith("a cannot");
    assertThatThrownBy(() -> codecs.codec(Nested.class, "b")).hasMessageStartingWith("b cannot");
  }

  interface Open {}

  abstract static class OpenBase {}

  static class Extensible {}

  static final class Silent {
    private final int value = 1;

    int value() {
      return value;
    }
  }

  static final class Mute {
    private final int value;

    @JsonCreator
    Mute(@JsonProperty("value") int value) {
      this.value = value;
    }

    int twice() {
      return 2 * value;
    }
  }

  record Hidden(long shown, @JsonIgnore long hidden) {}

  static final class Mutable {
    private int value;

    @JsonCreator
    Mutable(int value) {
      this.value = value;
    }

    @JsonValue
    int value() {
      return value++;
    }
  }

  static final class HoldsArray {
    private final int[] values;

    @JsonCreator
    HoldsArray(List<Integer> values) {
      this.values = values.stream().mapToInt(Integer::intValue).toArray();
    }

    @JsonValue
    List<Integer> values() {
      return List.of(values[0]);
    }
  }

  final class Inner {
    @JsonValue
    int value() {
      return 1;
    }
  }

  record Nested(Page<Instant[]> page) {}

  sealed interface Leaky permits Leak {}

  static non-sealed class Leak implements Leaky {}

  sealed interface Twins permits First, Second {}

  @EventType("twin")
  record First() implements Twins {}

  @EventType("twin")
  record Second() implements Twins {}

  sealed interface Nameless permits Zero {}

  @EventType(version = 0)
  record Zero() implements Nameless {}

  abstract static sealed class Root permits Concrete {}

  static sealed class Concrete extends Root permits Below {}

  static final class Below extends Concrete {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  record OtherRules(long value) {}

  @Grain("shop")
  interface Shop {}

  static final class Unreadable {
    private final int value;

    Unreadable(int value) {
      this.value = value;
    }

    @JsonValue
    int value() {
      return value;
    }

    @JsonCreator
    static Unreadable one(int value) {
      return new Unreadable(value);
    }

    @JsonCreator
    static Unreadable other(int value) {
      return new Unreadable(value);
    }
  }

  sealed interface Fixed permits Loose {}

  record Loose<U>(U value) implements Fixed {}
}
