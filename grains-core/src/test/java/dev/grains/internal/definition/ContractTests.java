package dev.grains.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.Bank.Account;
import dev.grains.internal.definition.Bank.Counter;
import dev.grains.internal.definition.Bank.Ledger;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTests {

  private static final Map<Class<?>, Object> NUMBERS = Map.of(long.class, 0L, Long.class, 0L);

  private final Contract account = Contract.of(Account.class, new Codecs());

  @Test
  void nameAndTypeComeFromTheInterface() {
    assertThat(account.typeName()).isEqualTo("account");
    assertThat(account.type()).isEqualTo(Account.class);
    assertThat(account).hasToString("account (" + Account.class.getName() + ")");
  }

  @Test
  void methodsAreThoseThatCallersSee() {
    assertThat(account.methods())
        .extracting(ContractMethod::signature)
        .containsExactly(
            "audit(java.lang.String)",
            "balance()",
            "close()",
            "deposit(long)",
            "depositTwice(long)",
            "receipts(java.lang.String,int)",
            "withdraw(long)");
  }

  @Test
  void methodsKnowHowTheyAreCalled() {
    assertThat(method(account, "audit").oneWay()).isTrue();
    assertThat(method(account, "balance").query()).isTrue();
    assertThat(method(account, "withdraw").async()).isTrue();
    ContractMethod deposit = method(account, "deposit");
    assertThat(deposit.oneWay() || deposit.query() || deposit.async()).isFalse();
    assertThat(deposit.method().getName()).isEqualTo("deposit");
    assertThat(deposit).hasToString("deposit(long)");
  }

  @Test
  void idsAreTheSameInEveryProgram() {
    assertThat(method(account, "deposit").id()).isEqualTo(1335044480);
    assertThat(method(account, "balance").id()).isEqualTo(1493256459);
  }

  @Test
  void methodIsFoundByItsId() {
    assertThat(account.methods())
        .allSatisfy(method -> assertThat(account.byId(method.id())).isSameAs(method));
    assertThat(account.byId(1)).isNull();
  }

  @Test
  void methodIsFoundByWhatAProxyIsCalledWith() throws Exception {
    List<Method> called = new ArrayList<>();
    Account proxy = proxy(Account.class, called);

    proxy.balance();
    proxy.depositTwice(1);
    proxy.receipts("x", 1);

    assertThat(called)
        .extracting(method -> account.method(method).signature())
        .containsExactly("balance()", "depositTwice(long)", "receipts(java.lang.String,int)");
  }

  @Test
  void unknownMethodIsRefused() throws Exception {
    Method toString = Object.class.getMethod("toString");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.method(toString))
        .withMessageContaining("is no method of the contract " + Account.class.getName());
  }

  @Test
  void genericInterfacesAreResolved() {
    Contract ledger = Contract.of(Ledger.class, new Codecs());
    List<Method> called = new ArrayList<>();
    Bank.Repository<List<Bank.Receipt>, Integer> proxy = proxy(Ledger.class, called);

    proxy.save(List.of());
    proxy.find(1);
    proxy.print(new Bank.Receipt(1));

    assertThat(ledger.methods())
        .extracting(ContractMethod::signature)
        .containsExactly(
            "find(java.lang.Integer)",
            "print(" + Bank.Receipt.class.getName() + ")",
            "save(java.util.List)");
    assertThat(called)
        .extracting(method -> ledger.method(method).signature())
        .containsExactly(
            "save(java.util.List)",
            "find(java.lang.Integer)",
            "print(" + Bank.Receipt.class.getName() + ")");
  }

  @Test
  void bridgesAndCovariantResultsAreTheMethodsThatOverrideThem() {
    Contract counter = Contract.of(Counter.class, new Codecs());
    List<Method> called = new ArrayList<>();
    Counter proxy = proxy(Counter.class, called);

    ((Bank.Base) proxy).describe(1);
    ((Bank.Base) proxy).count();
    proxy.count();

    assertThat(called)
        .extracting(method -> counter.method(method).signature())
        .containsExactly("describe(int)", "count()", "count()");
    assertThat(method(counter, "count").method().getReturnType()).isEqualTo(Long.class);
    assertThat(Arrays.stream(Bank.Base.class.getMethods()).map(counter::method))
        .extracting(ContractMethod::signature)
        .containsExactlyInAnyOrder("describe(int)", "count()");
  }

  @Test
  void overloadsAreMethodsOfTheirOwn() {
    Contract counter = Contract.of(Counter.class, new Codecs());

    assertThat(counter.methods())
        .extracting(ContractMethod::signature)
        .contains("add(int)", "add(long)", "add(java.lang.Integer)");
    assertThat(counter.methods()).extracting(ContractMethod::id).doesNotHaveDuplicates();
  }

  @Test
  void clashNamesBothContracts() {
    Contract counter = Contract.of(Counter.class, new Codecs());

    assertThat(account.clashWith(counter))
        .hasMessage(
            "the contracts "
                + Account.class.getName()
                + " and "
                + Counter.class.getName()
                + " are both named 'account'; change the @Grain value of one of them");
  }

  static ContractMethod method(Contract contract, String name) {
    return contract.methods().stream()
        .filter(method -> method.signature().startsWith(name + "("))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T proxy(Class<T> type, List<Method> called) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              called.add(method);
              return NUMBERS.get(method.getReturnType());
            }));
  }
}
