package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.GrainStatus;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.Storage;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import dev.grains.spring.account.Fees;
import dev.grains.spring.account.Teller;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

class GrainsAutoConfigurationTests {

  private final ApplicationContextRunner bank = Contexts.bank();

  @Test
  void hostsTheGrainsOfTheApplication() {
    bank.run(
        context -> {
          Account account = context.getBean(Grains.class).get(Account.class, "42");

          assertThat(account.deposit(100)).isEqualTo(99);
          assertThat(account.balance()).isEqualTo(99);
        });
  }

  @Test
  void isFoundByAnApplicationWithoutFurtherAdo() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .properties("spring.main.web-application-type=none")
            .run()) {
      Grains grains = context.getBean(Grains.class);

      assertThat(grains.get(Account.class, "42").deposit(100)).isEqualTo(99);
      assertThat(grains.status().types())
          .extracting(TypeStatus::storage)
          .contains("JdbcGrainStore");
    }
  }

  @EnableAutoConfiguration
  @Import({Bank.class, QuickMember.class})
  @GrainScan(basePackageClasses = Bank.class)
  static class Application {}

  @Test
  void givesGrainsToBeansAndBeansToGrains() {
    bank.withBean(Teller.class)
        .run(context -> assertThat(context.getBean(Teller.class).save("42", 100)).isEqualTo(99));
  }

  @Test
  void listensOnLoopbackAndJoinsNobody() {
    bank.run(
        context -> {
          GrainsStatus status = context.getBean(Grains.class).status();

          assertThat(status.member()).startsWith("[127.0.0.1]:");
          assertThat(status.members()).isOne();
          assertThat(status.hosting()).isTrue();
        });
  }

  private static GrainStatus inspect(Grains grains) throws Exception {
    return grains
        .inspect(Account.class, "42", true)
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void inspectsAndDeactivatesThroughTheBean() {
    bank.run(
        context -> {
          Grains grains = context.getBean(Grains.class);
          grains.get(Account.class, "42").deposit(100);

          grains.deactivate(Account.class, "42").toCompletableFuture().get(10, TimeUnit.SECONDS);

          await().until(() -> !inspect(grains).active());
          assertThat(inspect(grains).state()).isEqualTo("{\"cents\":99}");
        });
  }

  @Test
  void leavesTheGrainsOfTheApplicationAlone() {
    bank.withBean("own", Grains.class, () -> Grains.builder().start())
        .run(context -> assertThat(context).hasSingleBean(Grains.class).hasBean("own"));
  }

  @Test
  void callsCustomizersLast() {
    bank.withBean(
            "forgetful", GrainsCustomizer.class, () -> builder -> builder.storage(Storage.none()))
        .withPropertyValues("grains.store=replicated")
        .run(
            context ->
                assertThat(context.getBean(Grains.class).status().types())
                    .extracting(TypeStatus::storage)
                    .containsExactly("none"));
  }

  @Test
  void startsGrainsInAContextThatIsLazy() {
    bank.withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new org.springframework.boot.LazyInitializationBeanFactoryPostProcessor()))
        .run(context -> assertThat(context.getBean(Grains.class).status().members()).isOne());
  }

  @Test
  void makesOneInstanceForEachActivation() {
    bank.run(
        context -> {
          Grains grains = context.getBean(Grains.class);
          CallOptions options = CallOptions.defaults();

          grains.get(Account.class, "1", options).deposit(10);
          grains.get(Account.class, "2", options).deposit(20);

          assertThat(grains.get(Account.class, "1").balance()).isEqualTo(9);
          assertThat(context.getBeansOfType(Account.class)).isEmpty();
          assertThat(context.getBean(Fees.class)).isEqualTo(new Fees(1));
        });
  }
}
