package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.Storage;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import dev.grains.spring.broken.bare.BareGrain;
import dev.grains.spring.broken.component.ComponentGrain;
import dev.grains.spring.broken.field.FieldGrain;
import dev.grains.spring.broken.twins.Twins;
import dev.grains.spring.free.FreeAccountGrain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationContext;

class GrainScanTests {

  @Test
  void findsGrainsInThePackagesThatAreNamed() {
    Contexts.empty()
        .withUserConfiguration(Bank.class, NamesThePackage.class)
        .run(context -> assertThat(types(context)).containsExactly("account"));
  }

  @GrainScan("dev.grains.spring.account")
  static class NamesThePackage {}

  @Test
  void findsGrainsInThePackageOfTheAnnotatedClass() {
    Contexts.empty()
        .withUserConfiguration(Bank.class, dev.grains.spring.account.ScansItself.class)
        .run(context -> assertThat(types(context)).containsExactly("account"));
  }

  @Test
  void doesNotLookElsewhereOncePackagesAreNamed() {
    Contexts.bank()
        .withUserConfiguration(NamesAnother.class)
        .run(context -> assertThat(types(context)).isEmpty());
  }

  @GrainScan("dev.grains.spring.nothing.here")
  static class NamesAnother {}

  @Test
  void hostsNothingWhereThereIsNothing() {
    Contexts.empty().run(context -> assertThat(types(context)).isEmpty());
  }

  @Test
  void registrationsTakeThePlaceOfWhatIsFound() {
    Contexts.bank()
        .withBean(
            GrainRegistration.class,
            () ->
                GrainRegistration.of(Account.class, FreeAccountGrain::new)
                    .withOptions(GrainOptions.defaults().withStorage(Storage.none())))
        .run(
            context -> {
              Grains grains = context.getBean(Grains.class);

              assertThat(grains.get(Account.class, "42").deposit(100)).isEqualTo(100);
              assertThat(grains.status().types())
                  .extracting(TypeStatus::storage)
                  .containsExactly("none");
            });
  }

  @Test
  void registersAClassByHand() {
    Contexts.empty()
        .withUserConfiguration(Bank.class)
        .withBean(
            GrainRegistration.class,
            () -> GrainRegistration.of(Account.class, dev.grains.spring.account.AccountGrain.class))
        .run(
            context ->
                assertThat(context.getBean(Grains.class).get(Account.class, "42").deposit(100))
                    .isEqualTo(99));
  }

  @Test
  void refusesTwoGrainClassesOfOneContract() {
    assertRefused(
        Twins.class, "two grain classes", "Twins$One", "Twins$Other", "GrainRegistration");
  }

  @Test
  void refusesAGrainClassWithoutAContract() {
    assertRefused(BareGrain.class, "BareGrain implements no contract");
  }

  @Test
  void refusesAGrainThatIsABean() {
    assertRefused(
        ComponentGrain.class, "ComponentGrain is a bean, [componentGrain]", "remove @Component");
  }

  @Test
  void refusesAGrainWithInjectedFields() {
    assertRefused(FieldGrain.class, "FieldGrain wants grains to be injected", "constructor");
  }

  @Test
  void namesTheBeanThatAGrainMisses() {
    Contexts.empty()
        .withUserConfiguration(NamesThePackage.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseInstanceOf(NoSuchBeanDefinitionException.class)
                    .hasStackTraceContaining("AccountGrain")
                    .hasStackTraceContaining("Fees"));
  }

  private static void assertRefused(Class<?> inPackage, String... texts) {
    Contexts.empty()
        .withInitializer(context -> Contexts.register(context, inPackage))
        .withUserConfiguration(
            inPackage == ComponentGrain.class ? ComponentGrain.class : Object.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(GrainDefinitionException.class)
                    .message()
                    .contains(texts));
  }

  private static List<String> types(ApplicationContext context) {
    return context.getBean(Grains.class).status().types().stream().map(TypeStatus::name).toList();
  }
}
