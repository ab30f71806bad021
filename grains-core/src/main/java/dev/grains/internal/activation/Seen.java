package dev.grains.internal.activation;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who looks at a grain sees of it.
 *
 * @param active whether it is in memory
 * @param version the version that is durable, or -1 if that is not known
 * @param state the durable state as JSON; null unless asked for and known
 */
public record Seen(boolean active, long version, @Nullable String state) {

  static final long UNKNOWN = -1;

  /** Not in memory, and nothing else is known. */
  public static final Seen NOTHING = new Seen(false, UNKNOWN, null);

  /** Whether the store must be asked. */
  public boolean unknown() {
    return version == UNKNOWN;
  }
}
