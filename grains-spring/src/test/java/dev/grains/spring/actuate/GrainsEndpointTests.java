package dev.grains.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spring.ClosedStore;
import dev.grains.spring.Contexts;
import dev.grains.spring.account.Account;
import dev.grains.spring.actuate.GrainsEndpoint.GrainDescriptor;
import dev.grains.spring.actuate.GrainsEndpoint.MemberDescriptor;
import dev.grains.spring.actuate.GrainsEndpoint.TypeDescriptor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GrainsEndpointTests {

  private final ApplicationContextRunner bank =
      Contexts.bank().withPropertyValues("management.endpoints.web.exposure.include=grains");

  @Test
  void showsTheMember() {
    bank.run(
        context -> {
          Grains grains = context.getBean(Grains.class);
          grains.get(Account.class, "42").deposit(100);
          await().until(() -> grains.status().safe());

          MemberDescriptor member = context.getBean(GrainsEndpoint.class).member();

          assertThat(member.member()).isEqualTo(grains.status().member());
          assertThat(member.members()).isOne();
          assertThat(member.hosting()).isTrue();
          assertThat(member.safe()).isTrue();
          assertThat(member.partitionsOwned()).isEqualTo(31);
          assertThat(member.oldestTurn()).isZero();
          assertThat(member.types())
              .containsOnly(
                  Map.entry(
                      "account",
                      new TypeDescriptor(Account.class.getName(), "replicated", 1, 10_000)));
        });
  }

  @Test
  void showsAType() {
    bank.withPropertyValues("grains.types.account.max-active=5")
        .run(
            context -> {
              GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

              assertThat(endpoint.type("account"))
                  .isEqualTo(new TypeDescriptor(Account.class.getName(), "replicated", 0, 5));
              assertThat(endpoint.type("nobody")).isNull();
            });
  }

  @Test
  void showsAGrainWithoutItsStateUnlessAllowed() {
    bank.run(
        context -> {
          Grains grains = context.getBean(Grains.class);
          grains.get(Account.class, "42").deposit(100);
          GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

          assertThat(endpoint.grain("account", "42", SecurityContext.NONE))
              .isEqualTo(
                  new GrainDescriptor("account", "42", grains.status().member(), true, 1, null));
          assertThat(endpoint.grain("nobody", "42", SecurityContext.NONE)).isNull();
        });
  }

  @Test
  void showsTheStateWhereThatIsAllowed() {
    bank.withPropertyValues("management.endpoint.grains.show-state=always")
        .run(
            context -> {
              context.getBean(Grains.class).get(Account.class, "42").deposit(100);
              GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

              GrainDescriptor grain = endpoint.grain("account", "42", SecurityContext.NONE);

              assertThat(grain).isNotNull();
              assertThat(grain.state()).isEqualTo(Map.of("cents", 99));
            });
  }

  @Test
  void showsNobodyTheStateThatOnlySomeMaySee() {
    bank.withPropertyValues("management.endpoint.grains.show-state=when-authorized")
        .run(
            context -> {
              context.getBean(Grains.class).get(Account.class, "42").deposit(100);
              GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

              assertThat(endpoint.grain("account", "42", SecurityContext.NONE))
                  .extracting(GrainDescriptor::state)
                  .isNull();
            });
  }

  @Test
  void letsAGrainLeaveMemory() {
    bank.run(
        context -> {
          context.getBean(Grains.class).get(Account.class, "42").deposit(100);
          GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

          endpoint.deactivate("account", "42");

          await()
              .untilAsserted(
                  () ->
                      assertThat(endpoint.grain("account", "42", SecurityContext.NONE))
                          .extracting(GrainDescriptor::active, GrainDescriptor::version)
                          .containsExactly(false, 1L));
        });
  }

  @Test
  void saysThatTheStoreIsOutOfReach() {
    bank.withBean(ClosedStore.class)
        .run(
            context -> {
              GrainsEndpoint endpoint = context.getBean(GrainsEndpoint.class);

              assertThatThrownBy(() -> endpoint.grain("account", "42", SecurityContext.NONE))
                  .isInstanceOf(StoreUnavailableException.class)
                  .hasMessage("the vault is closed");
            });
  }

  @Test
  void isThereOnlyIfItIsExposed() {
    Contexts.bank().run(context -> assertThat(context).doesNotHaveBean(GrainsEndpoint.class));
  }
}
