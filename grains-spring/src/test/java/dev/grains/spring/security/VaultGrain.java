package dev.grains.spring.security;

import dev.grains.StatefulGrain;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class VaultGrain extends StatefulGrain<VaultGrain.Content> implements Vault {

  record Content(long cents) {}

  @Override
  protected Content initialState() {
    return new Content(0);
  }

  @Override
  public long put(long cents) {
    setState(new Content(state().cents() + cents));
    return state().cents();
  }

  @Override
  public long look() {
    return state().cents();
  }

  @Override
  public long take(long cents) {
    return put(-cents);
  }

  @Override
  public long multiply(long times) {
    setState(new Content(state().cents() * times));
    return state().cents();
  }

  @Override
  public void audit() {}

  @Override
  public void blow() {
    clearState();
  }

  @Override
  public String whoCalls() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null ? "nobody" : caller.getName() + " " + caller.getAuthorities();
  }

  @Override
  public String whoCallsThrough(String other) {
    return grains().get(Vault.class, other).whoCalls();
  }
}
