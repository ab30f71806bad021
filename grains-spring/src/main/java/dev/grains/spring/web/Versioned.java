package dev.grains.spring.web;

/**
 * A response body that knows the version of the grain it comes from: the version becomes the {@code
 * ETag} of the response, and comes back as {@code If-Match} to {@link
 * dev.grains.CallOptions#ifVersion()}.
 *
 * @since 0.1
 */
public interface Versioned {

  /**
   * Returns the version of the grain.
   *
   * @return the version, as the grain's own {@code version()}
   */
  long version();
}
