package dev.grains.spring.security;

import dev.grains.GrainId;

/**
 * What {@code this} is in the expressions on contract methods:
 * {@code @PreAuthorize("this.grainId().key() == authentication.name")}.
 *
 * @since 0.1
 */
public interface SecuredGrain {

  /**
   * Returns the called grain.
   *
   * @return its id
   */
  GrainId grainId();
}
