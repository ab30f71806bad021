package dev.grains.spi;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from.
 *
 * @param caller the caller process that sent the command
 * @param correlation names the chain of calls that the command is part of
 * @param causation the grain whose turn sent the command, null if no grain did
 * @param idempotencyKey the caller's own name for the command, if it gave one
 * @param headers further values that travelled with the call
 * @since 0.1
 */
public record EventMetadata(
    UUID caller,
    String correlation,
    @Nullable String causation,
    @Nullable String idempotencyKey,
    Map<String, String> headers) {

  /** Copies the headers. */
  public EventMetadata {
    headers = Map.copyOf(headers);
  }
}
