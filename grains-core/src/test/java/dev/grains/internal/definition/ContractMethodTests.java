package dev.grains.internal.definition;

import static dev.grains.internal.definition.ContractTests.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainId;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.HostileFrames;
import dev.grains.internal.codec.HostileFrames.Target;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.Bank.Account;
import dev.grains.internal.definition.Bank.Overdrawn;
import dev.grains.internal.definition.Bank.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractMethodTests {

  private static final Contract ACCOUNT = Contract.of(Account.class, new Codecs());

  private final ContractMethod receipts = method(ACCOUNT, "receipts");

  @Test
  void argumentsComeBack() {
    byte[] bytes = receipts.encodeArguments(new Object[] {"x", 7});

    assertThat(receipts.decodeArguments(bytes)).containsExactly("x", 7);
    assertThat(receipts.decodeArguments(receipts.encodeArguments(new Object[] {null, -1})))
        .containsExactly(null, -1);
  }

  @Test
  void callsWithoutArgumentsTakeNoBytes() {
    ContractMethod balance = method(ACCOUNT, "balance");

    assertThat(balance.encodeArguments(null)).isEmpty();
    assertThat(balance.decodeArguments(new byte[0])).isEmpty();
    assertThatThrownBy(() -> balance.decodeArguments(new byte[1]))
        .isInstanceOf(WireFormatException.class)
        .hasMessage("arguments of " + Account.class.getName() + ".balance(): 1 bytes too many");
  }

  @Test
  void argumentThatCannotBeSentIsNamed() {
    assertThatThrownBy(() -> receipts.encodeArguments(new Object[] {"\uD800", 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "argument 1 of " + Account.class.getName() + ".receipts(java.lang.String,int): ");
  }

  @Test
  void resultsComeBack() {
    Map<String, List<Receipt>> result = Map.of("a", List.of(new Receipt(1)));

    assertThat(roundTrip("receipts", result)).isEqualTo(result);
    assertThat(roundTrip("balance", 12L)).isEqualTo(12L);
    assertThat(roundTrip("withdraw", 12L)).as("of a stage").isEqualTo(12L);
    assertThat(roundTrip("withdraw", null)).as("of a stage").isNull();
    assertThat(roundTrip("close", null)).as("of a stage without a value").isNull();
    assertThat(roundTrip("audit", null)).isNull();
  }

  @Test
  void resultThatCannotBeSentLeavesNothingBehind() {
    WireWriter out = new WireWriter();
    out.writeInt(7);

    assertThatThrownBy(() -> receipts.writeResult(Map.of("\uD800", List.of()), out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the result of " + Account.class.getName() + ".receipts(");
    assertThat(out.size()).isEqualTo(4);
  }

  @Test
  void brokenResultIsNamed() {
    assertThatThrownBy(() -> receipts.readResult(new WireReader(new byte[] {1, 0})))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith("the result of " + Account.class.getName() + ".receipts(");
  }

  @Test
  void declaredExceptionsArriveAsThemselves() {
    assertThat(method(ACCOUNT, "withdraw").throwables().arrivesAsItself(Overdrawn.class)).isTrue();
    assertThat(method(ACCOUNT, "deposit").throwables().arrivesAsItself(Overdrawn.class)).isFalse();
  }

  @Test
  void damagedCallsAndRepliesAreReadOrRefused() {
    List<Target> targets = new ArrayList<>();
    addCalls(targets);
    addReplies(targets);
    addFailure(targets);

    int read = new HostileFrames().feed(targets, 30_000);

    assertThat(read).as("readable in spite of the damage").isBetween(1_000, 25_000);
  }

  private static void addCalls(List<Target> targets) {
    addCall(targets, "deposit", 100L);
    addCall(targets, "receipts", "x", 7);
    addCall(targets, "receipts", null, 7);
    addCall(targets, "audit", "a longer text, and 東京");
    addCall(targets, "balance");
  }

  private static void addCall(List<Target> targets, String name, @Nullable Object... arguments) {
    ContractMethod method = method(ACCOUNT, name);
    targets.add(new Target(method.encodeArguments(arguments), method::decodeArguments));
  }

  private static void addReplies(List<Target> targets) {
    addReply(targets, "deposit", 100L);
    addReply(targets, "withdraw", 5L);
    addReply(targets, "receipts", Map.of("a", List.of(new Receipt(1), new Receipt(2))));
  }

  private static void addReply(List<Target> targets, String name, Object result) {
    ContractMethod method = method(ACCOUNT, name);
    WireWriter out = new WireWriter();
    method.writeResult(result, out);
    targets.add(
        new Target(
            out.toBytes(),
            bytes -> {
              WireReader in = new WireReader(bytes);
              method.readResult(in);
              in.expectEnd();
            }));
  }

  private static void addFailure(List<Target> targets) {
    GrainId id = new GrainId("account", "42");
    ContractMethod withdraw = method(ACCOUNT, "withdraw");
    WireWriter out = new WireWriter();
    withdraw.throwables().write(new Overdrawn(5), id, out);
    targets.add(
        new Target(
            out.toBytes(),
            bytes -> {
              WireReader in = new WireReader(bytes);
              withdraw.throwables().read(in, id);
              in.expectEnd();
            }));
  }

  private static @Nullable Object roundTrip(String name, @Nullable Object result) {
    ContractMethod method = method(ACCOUNT, name);
    WireWriter out = new WireWriter();
    method.writeResult(result, out);
    WireReader in = new WireReader(out.toBytes());
    Object back = method.readResult(in);
    in.expectEnd();
    return back;
  }
}
