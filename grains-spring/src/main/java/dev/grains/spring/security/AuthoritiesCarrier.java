package dev.grains.spring.security;

import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import tools.jackson.databind.json.JsonMapper;

/** Carries the name and the authorities of an authentication. */
final class AuthoritiesCarrier implements AuthenticationCarrier {

  private static final String ANONYMOUS_KEY = "grains";

  private final JsonMapper json = JsonMapper.builder().build();

  /** What travels. */
  private record Carried(String name, List<String> authorities, boolean anonymous) {}

  @Override
  public String write(Authentication authentication) {
    List<String> authorities =
        authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return json.writeValueAsString(
        new Carried(
            authentication.getName(),
            authorities,
            authentication instanceof AnonymousAuthenticationToken));
  }

  @Override
  public Authentication read(String text) {
    Carried carried = json.readValue(text, Carried.class);
    List<GrantedAuthority> authorities =
        carried.authorities().stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    return carried.anonymous()
        ? new AnonymousAuthenticationToken(ANONYMOUS_KEY, carried.name(), authorities)
        : UsernamePasswordAuthenticationToken.authenticated(carried.name(), null, authorities);
  }
}
