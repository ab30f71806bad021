package dev.grains.spring.secured;

import dev.grains.annotation.Grain;
import org.springframework.security.access.prepost.PreAuthorize;

@Grain("chest")
interface Chest {

  @PreAuthorize("hasRole('KEEPER')")
  String open();
}
