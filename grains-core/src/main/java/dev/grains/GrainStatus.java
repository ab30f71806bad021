package dev.grains;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one grain is and what is durable of it, at one moment.
 *
 * @param id the grain
 * @param owner the address of the member that owns it
 * @param active whether it is in memory there
 * @param version the number of events, or of commits for a document; -1 if it is not in memory and
 *     its type is not hosted by this member
 * @param state the state as JSON; null unless asked for, or if nothing is stored
 * @since 0.1
 */
public record GrainStatus(
    GrainId id, String owner, boolean active, long version, @Nullable String state) {

  /** Checks that there is an id and an owner. */
  public GrainStatus {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
  }
}
