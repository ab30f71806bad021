package dev.grains.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.spring.Contexts;
import dev.grains.spring.account.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class AuthenticationCarrierTests {

  private final AuthoritiesCarrier carrier = new AuthoritiesCarrier();

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void carriesNamesAndAuthoritiesAndNoSecrets() {
    Authentication authentication =
        new TestingAuthenticationToken("alice", "secret", "ROLE_B", "ROLE_A");

    String text = carrier.write(authentication);

    assertThat(text)
        .isEqualTo(
            "{\"name\":\"alice\",\"authorities\":[\"ROLE_A\",\"ROLE_B\"],\"anonymous\":false}");
    Authentication read = carrier.read(text);
    assertThat(read.getName()).isEqualTo("alice");
    assertThat(read.isAuthenticated()).isTrue();
    assertThat(read.getCredentials()).isNull();
    assertThat(read.getAuthorities()).hasToString("[ROLE_A, ROLE_B]");
  }

  @Test
  void isReplacedByThatOfTheApplication() {
    Contexts.bank()
        .withBean(AuthenticationCarrier.class, NameOnly::new)
        .run(
            context -> {
              SecurityContextHolder.getContext()
                  .setAuthentication(new TestingAuthenticationToken("alice", "secret"));

              context.getBean(Grains.class).get(Account.class, "42").deposit(100);

              assertThat(context.getBean(NameOnly.class).last).isEqualTo("alice");
            });
  }

  private static final class NameOnly implements AuthenticationCarrier {

    volatile String last = "";

    @Override
    public String write(Authentication authentication) {
      return authentication.getName();
    }

    @Override
    public Authentication read(String text) {
      last = text;
      return new TestingAuthenticationToken(text, null);
    }
  }
}
