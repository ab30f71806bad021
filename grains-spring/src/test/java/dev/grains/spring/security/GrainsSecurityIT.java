package dev.grains.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.Grains;
import dev.grains.spring.GrainScan;
import dev.grains.spring.TestMember;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrainsSecurityIT {

  private final ConfigurableApplicationContext caller =
      TestMember.start("security", List.of(), Secured.class);
  private final ConfigurableApplicationContext other =
      TestMember.start("security", List.of(caller), Secured.class);
  private final Grains grains = caller.getBean(Grains.class);

  private final String there = TestMember.keyOwnedBy(other);
  private final String here = TestMember.keyOwnedBy(caller);

  @EnableAutoConfiguration
  @EnableMethodSecurity(securedEnabled = true)
  @GrainScan
  static class Secured {}

  @AfterAll
  void close() {
    other.close();
    caller.close();
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  /** A vault on the member of the caller, or on the other one. */
  private String key(boolean remote) {
    return remote ? there : here;
  }

  private Vault vault(boolean remote) {
    return grains.get(Vault.class, key(remote));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsThoseInWhomTheRuleNames(boolean remote) {
    logIn(key(remote), "ROLE_OWNER");

    assertThat(vault(remote).put(10)).isPositive();
    assertThat(vault(remote).look()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesOthersAndChangesNothing(boolean remote) {
    logIn(key(remote), "ROLE_OWNER");
    long before = vault(remote).look();
    logIn("thief", "ROLE_OWNER");

    assertThatThrownBy(() -> vault(remote).put(10))
        .isExactlyInstanceOf(AccessDeniedException.class)
        .hasMessage("Access Denied");
    assertThat(vault(remote).look()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesThoseWhoAreNotLoggedIn(boolean remote) {
    assertThatThrownBy(() -> vault(remote).look())
        .isExactlyInstanceOf(AuthenticationCredentialsNotFoundException.class);
    SecurityContextHolder.getContext()
        .setAuthentication(
            new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    assertThatThrownBy(() -> vault(remote).look()).isInstanceOf(AccessDeniedException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesOthersOnAGrainThatOnlyComputes(boolean remote) {
    Safe safe = grains.get(Safe.class, key(remote));
    logIn("owner", "ROLE_OWNER");
    long before = safe.put(10);

    logIn("thief", "ROLE_THIEF");
    assertThatThrownBy(() -> safe.put(10)).isExactlyInstanceOf(AccessDeniedException.class);
    assertThat(safe.putLater(10))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .withCauseExactlyInstanceOf(AccessDeniedException.class);

    logIn("owner", "ROLE_OWNER");
    assertThat(safe.put(1)).isEqualTo(before + 1);
    assertThat(safe.putLater(1)).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesCallsThatNobodyWaitsFor(boolean remote) {
    logIn(key(remote), "ROLE_OWNER");
    long before = vault(remote).put(10);

    vault(remote).blow();

    assertThat(vault(remote).put(1)).isEqualTo(before + 1);
  }

  @Test
  void rulesSeeArguments() {
    logIn("clerk", "ROLE_CLERK");

    vault(true).take(99);

    assertThatThrownBy(() -> vault(true).take(100)).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void rulesSeeResultsBeforeTheyAreCommitted() {
    logIn(key(true), "ROLE_OWNER");
    long before = vault(true).put(500);

    assertThatThrownBy(() -> vault(true).multiply(1_000_000))
        .isInstanceOf(AccessDeniedException.class);

    assertThat(vault(true).look()).isEqualTo(before);
  }

  @Test
  void honoursOtherAnnotationsOfMethodSecurity() {
    logIn("clerk", "ROLE_CLERK");
    assertThatThrownBy(() -> vault(true).audit()).isInstanceOf(AccessDeniedException.class);

    logIn("director", "ROLE_DIRECTOR");
    vault(true).audit();
  }

  @Test
  void aRuleOfAContractHoldsForAllItsMethods() {
    Archive archive = grains.get(Archive.class, key(true));
    logIn("clerk", "ROLE_CLERK");
    assertThatThrownBy(archive::burn).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(archive::read).isInstanceOf(AccessDeniedException.class);

    logIn("archivist", "ROLE_ARCHIVIST");
    archive.burn();
    assertThat(archive.read()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void handlersKnowWhoCalls(boolean remote) {
    logIn("alice", "ROLE_A", "ROLE_B");

    assertThat(vault(remote).whoCalls()).isEqualTo("alice [ROLE_A, ROLE_B]");
    assertThat(vault(remote).whoCallsThrough(key(!remote))).isEqualTo("alice [ROLE_A, ROLE_B]");
  }

  @Test
  void nobodyIsLeftBehindOnAThread() {
    logIn("alice", "ROLE_A");
    vault(true).whoCalls();
    vault(false).whoCalls();
    logOut();

    assertThat(vault(true).whoCalls()).isEqualTo("nobody");
    assertThat(vault(false).whoCalls()).isEqualTo("nobody");
  }

  private static void logIn(String name, String... authorities) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(name, "secret", authorities));
  }
}
