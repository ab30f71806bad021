package dev.grains.spring.security;

import dev.grains.annotation.Grain;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PostAuthorize;
import org.springframework.security.access.prepost.PreAuthorize;

@Grain("vault")
interface Vault {

  @PreAuthorize("hasRole('OWNER') and this.grainId().key() == authentication.name")
  long put(long cents);

  @ReadOnly
  @PreAuthorize("isAuthenticated()")
  long look();

  @PreAuthorize("#cents < 100 or hasRole('DIRECTOR')")
  long take(long cents);

  @PostAuthorize("returnObject < 1000")
  long multiply(long times);

  @Secured("ROLE_DIRECTOR")
  void audit();

  @OneWay
  @PreAuthorize("denyAll")
  void blow();

  String whoCalls();

  String whoCallsThrough(String other);
}
