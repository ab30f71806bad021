package dev.grains.spring.security;

import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Takes the authentication of the caller to the handler, and lets method security decide there. */
final class SecurityInterceptor implements CallInterceptor {

  static final String HEADER = "authentication";

  private final AuthenticationCarrier carrier;
  private final MethodSecurity rules;
  private final SecurityContextHolderStrategy contexts;

  SecurityInterceptor(
      AuthenticationCarrier carrier, MethodSecurity rules, SecurityContextHolderStrategy contexts) {
    this.carrier = carrier;
    this.rules = rules;
    this.contexts = contexts;
  }

  @Override
  public @Nullable CallObserver onCall(CallInfo call, Map<String, String> headers) {
    Authentication authentication = contexts.getContext().getAuthentication();
    String text = authentication == null ? null : carrier.write(authentication);
    if (text != null) {
      headers.put(HEADER, text);
    }
    return null;
  }

  @Override
  public List<Class<? extends Exception>> refusals() {
    return List.of(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
  }

  @Override
  public @Nullable Object aroundHandler(
      CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
      throws Exception {
    SecurityContext outer = contexts.getContext();
    try {
      contexts.setContext(context(headers.get(HEADER)));
      return rules.check(call, handler);
    } catch (AccessDeniedException denied) {
      // callers build it again from its message, which they cannot for its subclasses
      throw new AccessDeniedException(String.valueOf(denied.getMessage()));
    } catch (AuthenticationException unknown) {
      throw new AuthenticationCredentialsNotFoundException(String.valueOf(unknown.getMessage()));
    } finally {
      restore(outer);
    }
  }

  private SecurityContext context(@Nullable String text) {
    SecurityContext context = contexts.createEmptyContext();
    if (text != null) {
      context.setAuthentication(carrier.read(text));
    }
    return context;
  }

  private void restore(SecurityContext outer) {
    if (outer.getAuthentication() == null) {
      contexts.clearContext();
    } else {
      contexts.setContext(outer);
    }
  }
}
