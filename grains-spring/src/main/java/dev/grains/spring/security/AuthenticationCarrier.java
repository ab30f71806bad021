package dev.grains.spring.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Writes who calls a grain into a header of the call, and reads it at the owner. Thread-safe.
 *
 * <p>The default carries the name and the authorities, unsigned: members trust each other, since
 * whoever can speak to a member of a cluster can make it run anything. A bean of this type takes
 * its place.
 *
 * @since 0.1
 */
public interface AuthenticationCarrier {

  /**
   * Writes an authentication. Called on the thread of the caller.
   *
   * @param authentication who calls
   * @return the text that travels; it is kept with the events of the command. Null to send nothing
   */
  @Nullable String write(Authentication authentication);

  /**
   * Reads an authentication. Called on the thread of the turn; must not block.
   *
   * @param text what {@link #write} has written
   * @return who calls
   * @throws org.springframework.security.core.AuthenticationException if the text is not to be
   *     trusted
   */
  Authentication read(String text);
}
