package dev.grains.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grains.EventSourcedGrain;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.annotation.Snapshot;
import dev.grains.internal.codec.Codecs;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedGrainsTests {

  private static final Codecs CODECS = new Codecs();

  static Stream<Arguments> grains() {
    return Stream.of(
        refused(() -> "text", "the grain class java.lang.String does not implement"),
        refused(Unbased::new, "Unbased does not extend dev.grains.Grain; let it extend Grain"),
        refused(() -> null, "returned null; return a new grain each time"),
        refused(Broken::new, "Thing failed: java.lang.IllegalStateException: no database"),
        refused(Curious::new, "do that in onActivate or in a handler"),
        refused(
            ArrayState::new,
            "the state of the grain class "
                + ArrayState.class.getName()
                + " cannot be serialized: long[] is an array and so mutable; use List<Long>"),
        refused(MutableState::new, "java.util.concurrent.atomic.AtomicLong is mutable"),
        refused(() -> new Unnamed<Facts>(), "does not say what its state is"),
        refused(() -> new RawGrain(), "does not say what its state is"),
        refused(TextEvents::new, "has events of the type java.lang.String; use a record"),
        refused(
            GenericEvents::new,
            "has events of the type "
                + Fact.class.getName()
                + "<java.lang.Long>; use a record, or a sealed interface of records, without type"),
        refused(GenericState::new, "has a state of the sealed type " + Maybe.class.getName()),
        refused(Annotated::new, "has @Grain, which belongs on its contract; remove it here"),
        refused(MisplacedQuery::new, "on the method look, where callers cannot see it; move it"),
        refused(MisplacedOneWay::new, "on the method tell, where callers cannot see it; move it"),
        refused(Both::new, "beside " + Thing.class.getName() + ", and a grain has one type"),
        refused(NoEvents::new, "has @Snapshot but no events; remove it"),
        refused(Negative::new, "has a @Snapshot with every below 0 or format below 1"),
        refused(Forgetful::new, "deletes events and keeps no snapshots; correct it"),
        refused(NullState::new, "returns null; return an empty state instead"),
        refused(
            FailingState::new,
            "initialState of the grain class "
                + FailingState.class.getName()
                + " failed: java.lang.IllegalStateException: no state"));
  }

  private static Arguments refused(Supplier<?> factory, String part) {
    return arguments(Named.of(part, factory), part);
  }

  @ParameterizedTest
  @MethodSource("grains")
  void grainClassIsRefusedWithReasonAndRemedy(Supplier<?> factory, String part) {
    Contract contract = Contract.of(Thing.class, CODECS);

    assertThatThrownBy(() -> GrainDefinition.of(contract, factory, GrainOptions.defaults(), CODECS))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(part);
  }

  @Test
  void contractMayExtendAnotherOne() {
    Contract contract = Contract.of(SpecialThing.class, CODECS);

    GrainDefinition definition =
        GrainDefinition.of(contract, Special::new, GrainOptions.defaults(), CODECS);

    assertThat(definition.type().name()).isEqualTo("special");
  }

  @Grain("thing")
  interface Thing {
    default long look() {
      return 0;
    }

    default void tell() {}
  }

  @Grain("special")
  interface SpecialThing extends Thing {}

  @Grain("other")
  interface OtherThing {
    default void touch() {}
  }

  static final class Special extends dev.grains.Grain implements SpecialThing {}

  static final class Both extends dev.grains.Grain implements Thing, OtherThing {}

  static final class Unbased implements Thing {}

  static final class Broken extends dev.grains.Grain implements Thing {
    Broken() {
      throw new IllegalStateException("no database");
    }
  }

  static final class Curious extends dev.grains.Grain implements Thing {
    Curious() {
      id();
    }
  }

  record Facts(long count) {}

  record Fact<T>(T value) {}

  sealed interface Maybe<T> permits Some {}

  record Some<T>(T value) implements Maybe<T> {}

  abstract static class Stateful<S> extends StatefulGrain<S> implements Thing {
    private final @Nullable S initial;

    Stateful(@Nullable S initial) {
      this.initial = initial;
    }

    @Override
    protected S initialState() {
      return initial;
    }
  }

  static final class ArrayState extends Stateful<long[]> {
    ArrayState() {
      super(new long[0]);
    }
  }

  static final class MutableState extends Stateful<List<AtomicLong>> {
    MutableState() {
      super(List.of());
    }
  }

  static final class Unnamed<S> extends Stateful<S> {
    Unnamed() {
      super(null);
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  static final class RawGrain extends Stateful {
    RawGrain() {
      super("");
    }
  }

  static final class GenericState extends Stateful<Maybe<Long>> {
    GenericState() {
      super(new Some<>(1L));
    }
  }

  static final class NullState extends Stateful<Facts> {
    NullState() {
      super(null);
    }
  }

  static final class FailingState extends StatefulGrain<Facts> implements Thing {
    @Override
    protected Facts initialState() {
      throw new IllegalStateException("no state");
    }
  }

  abstract static class Sourced<E> extends EventSourcedGrain<Facts, E> implements Thing {
    @Override
    protected Facts initialState() {
      return new Facts(0);
    }

    @Override
    protected Facts apply(Facts state, E event) {
      return state;
    }
  }

  static final class TextEvents extends Sourced<String> {}

  static final class GenericEvents extends Sourced<Fact<Long>> {}

  @Snapshot(every = -1)
  static final class Negative extends Sourced<Facts> {}

  @Snapshot(every = 0, deleteOlderEvents = true)
  static final class Forgetful extends Sourced<Facts> {}

  @Snapshot
  static final class NoEvents extends dev.grains.Grain implements Thing {}

  @Grain("annotated")
  static final class Annotated extends dev.grains.Grain implements Thing {}

  static final class MisplacedQuery extends dev.grains.Grain implements Thing {
    @Override
    @ReadOnly
    public long look() {
      return 1;
    }
  }

  static final class MisplacedOneWay extends dev.grains.Grain implements Thing {
    @OneWay
    @Override
    public void tell() {}
  }
}
