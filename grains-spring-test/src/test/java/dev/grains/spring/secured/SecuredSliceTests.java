package dev.grains.spring.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.Grains;
import dev.grains.spring.test.GrainsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@GrainsTest
class SecuredSliceTests {

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void rulesHoldInASlice(@Autowired Grains grains) {
    Chest chest = grains.get(Chest.class, "1");

    logIn("ROLE_KEEPER");
    assertThat(chest.open()).isEqualTo("gold");

    logIn("ROLE_VISITOR");
    assertThatThrownBy(chest::open).isInstanceOf(AccessDeniedException.class);
  }

  private static void logIn(String role) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("somebody", "secret", role));
  }
}
