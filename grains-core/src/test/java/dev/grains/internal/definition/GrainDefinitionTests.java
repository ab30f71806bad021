package dev.grains.internal.definition;

import static dev.grains.internal.definition.ContractTests.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.Bank.Account;
import dev.grains.internal.definition.Bank.AccountGrain;
import dev.grains.internal.definition.Bank.Deposited;
import dev.grains.internal.definition.Bank.Event;
import dev.grains.internal.definition.Bank.Overdrawn;
import dev.grains.internal.definition.Bank.Receipt;
import dev.grains.internal.definition.Bank.State;
import dev.grains.spi.GrainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GrainDefinitionTests {

  private final Codecs codecs = new Codecs();
  private final Contract account = Contract.of(Account.class, codecs);
  private final GrainDefinition definition = define(account, AccountGrain::new);

  private GrainDefinition define(Contract contract, Supplier<?> factory) {
    return GrainDefinition.of(contract, factory, GrainOptions.defaults(), codecs);
  }

  @Test
  void typeSaysWhatTheClassSays() {
    assertThat(definition.type())
        .isEqualTo(
            new GrainType(
                "account",
                AccountGrain.class,
                GrainType.Kind.EVENT_SOURCED,
                true,
                State.class,
                Event.class,
                7,
                3,
                true));
    assertThat(definition.contract()).isSameAs(account);
    assertThat(definition.options()).isEqualTo(GrainOptions.defaults());
  }

  @Test
  void typesAreFoundThroughIntermediateClasses() {
    GrainType type = define(Contract.of(Shop.class, codecs), ShopGrain::new).type();

    assertThat(type.kind()).isEqualTo(GrainType.Kind.STATEFUL);
    assertThat(type.nonBlocking()).isFalse();
    assertThat(String.valueOf(type.stateType()))
        .isEqualTo("java.util.Map<java.lang.String, java.lang.Long>");
    assertThat(type.eventType()).isNull();
    assertThat(type.snapshotEvery()).isZero();
  }

  @Test
  void snapshotsAreKeptByDefault() {
    GrainType type = define(Contract.of(Plain.class, codecs), DefaultGrain::new).type();

    assertThat(type.snapshotEvery()).isEqualTo(100);
    assertThat(type.snapshotFormat()).isEqualTo(1);
    assertThat(type.deleteOlderEvents()).isFalse();
  }

  @Test
  void plainGrainHasNeitherStateNorEvents() {
    GrainDefinition plain = define(Contract.of(Plain.class, codecs), PlainGrain::new);

    assertThat(plain.type().kind()).isEqualTo(GrainType.Kind.PLAIN);
    assertThatIllegalStateException()
        .isThrownBy(plain::stateCodec)
        .withMessage("grains of type plain have no state");
    assertThatIllegalStateException()
        .isThrownBy(plain::eventCodec)
        .withMessage("grains of type plain have no events");
  }

  @Test
  void stateAndEventsSurviveTheirCodecs() {
    WireWriter out = new WireWriter();
    definition.stateCodec().write(new State(5), out);
    definition.eventCodec().write(new Deposited(7), out);

    WireReader in = new WireReader(out.toBytes());

    assertThat(definition.stateCodec().read(in)).isEqualTo(new State(5));
    assertThat(definition.eventCodec().read(in)).isEqualTo(new Deposited(7));
  }

  @Test
  void handlersAreInvoked() throws Throwable {
    Object grain = definition.newInstance(new ProbeContext());

    assertThat(invoke(grain, "deposit", 5L)).isEqualTo(5L);
    assertThat(invoke(grain, "depositTwice", 5L)).isEqualTo(5L);
    assertThat(invoke(grain, "balance")).isEqualTo(42L);
    assertThat(invoke(grain, "audit", "note")).isNull();
    assertThat(invoke(grain, "withdraw", 5L)).isInstanceOf(CompletionStage.class);
    assertThat(invoke(grain, "receipts", "x", 3)).isEqualTo(Map.of("x", List.of(new Receipt(3))));
  }

  @Test
  void exceptionsOfHandlersComeOutAsTheyAre() {
    Object grain = definition.newInstance(new ProbeContext());

    assertThatThrownBy(() -> invoke(grain, "deposit", -1L))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasNoCause();
    assertThatThrownBy(() -> invoke(grain, "withdraw", 105L))
        .isExactlyInstanceOf(Overdrawn.class)
        .hasMessage("5 cents are missing");
  }

  private Object invoke(Object grain, String name, Object... arguments) throws Throwable {
    return definition.invoke(method(account, name), grain, arguments);
  }

  @Test
  void eachActivationHasAnInstanceOfItsOwn() {
    ProbeContext context = new ProbeContext();

    Object first = definition.newInstance(context);

    assertThat(first).isInstanceOf(AccountGrain.class);
    assertThat(context.hooks()).isNotNull();
    assertThat(definition.newInstance(new ProbeContext())).isNotSameAs(first);
  }

  @Test
  void factoryThatHandsOutOneInstanceTwiceIsRefused() {
    List<PlainGrain> made = new ArrayList<>();
    GrainDefinition shared =
        define(
            Contract.of(Plain.class, codecs),
            () -> {
              if (made.isEmpty()) {
                made.add(new PlainGrain());
              }
              return made.get(0);
            });

    assertThatThrownBy(() -> shared.newInstance(new ProbeContext()))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(PlainGrain.class.getName())
        .hasMessageContaining("return a new one each time");
  }

  @Test
  void factoryThatMakesTwoAndReturnsTheSecondIsRefused() {
    Contract plain = Contract.of(Plain.class, codecs);

    assertThatThrownBy(
            () ->
                define(
                    plain,
                    () -> {
                      new PlainGrain();
                      return new PlainGrain();
                    }))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("made on the same thread and as the first grain");
  }

  @Test
  void factoryThatChangesItsMindIsRefused() {
    List<Object> made = new ArrayList<>();
    GrainDefinition changing =
        define(
            Contract.of(Plain.class, codecs),
            () -> {
              made.add("one more");
              return made.size() == 1 ? new PlainGrain() : new OtherPlainGrain();
            });

    assertThatThrownBy(() -> changing.newInstance(new ProbeContext()))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("returned a " + OtherPlainGrain.class.getName())
        .hasMessageContaining("return grains of one class");
  }

  @Grain("plain")
  interface Plain {
    default void touch() {}
  }

  static final class PlainGrain extends dev.grains.Grain implements Plain {}

  static final class OtherPlainGrain extends dev.grains.Grain implements Plain {}

  static final class DefaultGrain extends dev.grains.EventSourcedGrain<State, Deposited>
      implements Plain {
    @Override
    protected State initialState() {
      return new State(0);
    }

    @Override
    protected State apply(State state, Deposited event) {
      return state;
    }
  }

  @Grain("shop")
  interface Shop {
    default void touch() {}
  }

  abstract static class Shelf<X, V> extends StatefulGrain<Map<X, V>> {
    @Override
    protected Map<X, V> initialState() {
      return Map.of();
    }
  }

  abstract static class NamedShelf<V> extends Shelf<String, V> {}

  static final class ShopGrain extends NamedShelf<Long> implements Shop {}
}
