package dev.grains.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.grains.annotation.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class GrainJacksonTests {

  private final JsonMapper mapper = GrainJackson.configure(JsonMapper.builder()).build();

  sealed interface Shape permits Round, Square {}

  sealed interface Round extends Shape permits Circle, Ring {}

  @EventType(value = "circle", version = 3)
  record Circle(int radius) implements Round {}

  @EventType
  record Ring(int inner, int outer) implements Round {}

  record Square(int side) implements Shape {}

  enum Season {
    SUMMER,
    WINTER {
      @Override
      public String toString() {
        return "cold";
      }
    }
  }

  @Nested
  class Names {

    @Test
    void areThoseOfTheAnnotationElseOfTheClass() {
      assertThat(GrainJackson.typeName(Circle.class)).isEqualTo("circle");
      assertThat(GrainJackson.typeName(Ring.class)).isEqualTo("Ring");
      assertThat(GrainJackson.typeName(Square.class)).isEqualTo("Square");
    }

    @Test
    void haveVersions() {
      assertThat(GrainJackson.formatVersion(Circle.class)).isEqualTo(3);
      assertThat(GrainJackson.formatVersion(Ring.class)).isEqualTo(1);
      assertThat(GrainJackson.formatVersion(Square.class)).isEqualTo(1);
    }

    @Test
    void standForTheConcreteTypesOfAHierarchy() {
      assertThat(GrainJackson.concreteTypes(Shape.class))
          .containsExactly(Circle.class, Ring.class, Square.class);
      assertThat(GrainJackson.concreteTypes(Round.class)).containsExactly(Circle.class, Ring.class);
      assertThat(GrainJackson.concreteTypes(Square.class)).containsExactly(Square.class);
      assertThat(GrainJackson.concreteTypes(Season.class)).containsExactly(Season.class);
    }

    @Test
    void comeFirstWhereTheDeclaredTypeIsSealed() {
      Circle circle = new Circle(1);

      assertThat(mapper.writerFor(Shape.class).writeValueAsString(circle))
          .isEqualTo("{\"@type\":\"circle\",\"radius\":1}");
      assertThat(mapper.writerFor(Round.class).writeValueAsString(circle))
          .isEqualTo("{\"@type\":\"circle\",\"radius\":1}");
      assertThat(mapper.writerFor(Circle.class).writeValueAsString(circle))
          .isEqualTo("{\"radius\":1}");
    }

    @Test
    void areTakenFromTheDeclaredHierarchyOnly() {
      assertThat(mapper.readValue("{\"@type\":\"Ring\",\"inner\":1,\"outer\":2}", Round.class))
          .isEqualTo(new Ring(1, 2));
      assertThatThrownBy(() -> mapper.readValue("{\"@type\":\"Square\",\"side\":1}", Round.class))
          .isInstanceOf(JacksonException.class)
          .hasMessageContaining("known type ids = [Ring, circle]");
      assertThatThrownBy(() -> mapper.readValue("{\"@type\":\"Round\"}", Shape.class))
          .isInstanceOf(JacksonException.class)
          .hasMessageContaining("known type ids = [Ring, Square, circle]");
    }
  }

  @Nested
  class Annotations {

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "class")
    @JsonSubTypes(@JsonSubTypes.Type(value = Other.class, name = "other"))
    sealed interface Misled permits One {}

    @JsonTypeName("uno")
    record One(int value) implements Misled {}

    record Other(int value) {}

    record Holder(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Misled value) {}

    @Test
    void cannotChangeTheRules() {
      String json = mapper.writeValueAsString(new Holder(new One(5)));

      assertThat(json).isEqualTo("{\"value\":{\"@type\":\"One\",\"value\":5}}");
      assertThat(mapper.readValue(json, Holder.class)).isEqualTo(new Holder(new One(5)));
      assertThatThrownBy(
              () ->
                  mapper.readValue(
                      "{\"class\":\"" + Other.class.getName() + "\",\"value\":5}", Misled.class))
          .isInstanceOf(JacksonException.class);
    }
  }

  @Nested
  class Keys {

    record Sku(String code) {
      Sku {
        Objects.requireNonNull(code);
        if (code.isEmpty()) {
          throw new IllegalArgumentException("a code is not empty");
        }
      }

      @Override
      public String toString() {
        return "sku " + code;
      }
    }

    record Number(int value) {}

    record In(Season season) {}

    record Stock(Map<Sku, Integer> items, Map<In, Long> seasons, Map<Number, Long> numbers) {}

    @Test
    void mayBeRecordsWithOneComponent() {
      Stock stock =
          new Stock(
              Map.of(new Sku("a b"), 1),
              Map.of(new In(Season.WINTER), 2L),
              Map.of(new Number(7), 3L));

      String json = mapper.writeValueAsString(stock);

      assertThat(json)
          .isEqualTo("{\"items\":{\"a b\":1},\"seasons\":{\"WINTER\":2},\"numbers\":{\"7\":3}}");
      assertThat(mapper.readValue(json, Stock.class)).isEqualTo(stock);
    }

    @Test
    void thatAreNoneAreRefused() {
      assertRefused("{\"items\":{\"\":1}}", "a code is not empty");
      assertRefused("{\"seasons\":{\"cold\":1}}", "cold is not a constant of");
      assertRefused("{\"numbers\":{\"x\":1}}", "x");
      assertRefused("{\"numbers\":{\"9999999999\":1}}", "9999999999");
    }

    private void assertRefused(String json, String part) {
      assertThatThrownBy(() -> mapper.readValue(json, Stock.class))
          .isInstanceOf(JacksonException.class)
          .hasMessageContaining(part);
    }

    @Test
    void areStringsNumbersDatesAndEnums() {
      assertThat(Set.of(String.class, UUID.class, Integer.class, Long.class, LocalDate.class))
          .allMatch(GrainJackson::isMapKey);
      assertThat(Set.of(Season.class, Sku.class, In.class)).allMatch(GrainJackson::isMapKey);
      assertThat(Set.of(Double.class, Ring.class, Stock.class, Object.class))
          .noneMatch(GrainJackson::isMapKey);
    }
  }

  @Nested
  class Properties {

    record Point(int x, @Nullable Integer y) {}

    @Test
    void thatAreUnknownAreIgnoredAndThatAreMissingAreEmpty() {
      assertThat(mapper.readValue("{\"z\":[1]}", Point.class)).isEqualTo(new Point(0, null));
    }

    @Test
    void thatAreNullTwiceThereOrOfAnotherTypeAreRefused() {
      for (String json :
          List.of("{\"x\":null}", "{\"x\":1,\"x\":2}", "{\"x\":\"1\"}", "{\"x\":1.5}", "{} {}")) {
        assertThatThrownBy(() -> mapper.readValue(json, Point.class))
            .as(json)
            .isInstanceOf(JacksonException.class);
      }
    }
  }
}
