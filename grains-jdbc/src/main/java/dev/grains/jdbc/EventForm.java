package dev.grains.jdbc;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is stored: its type name, the version of its format, and its JSON.
 *
 * @param eventType the name of the event type
 * @param format the version of the format, 1 or more
 * @param payload the JSON; whoever is given it may change it
 * @since 0.1
 */
public record EventForm(String eventType, int format, JsonNode payload) {

  /** Checks the values. */
  public EventForm {
    Objects.requireNonNull(eventType, "eventType");
    Objects.requireNonNull(payload, "payload");
    if (format < 1) {
      throw new IllegalArgumentException("format must be 1 or more, was " + format);
    }
  }

  /**
   * Returns the form of the same event type in its next format.
   *
   * @param newPayload the JSON in that format
   * @return the form
   */
  public EventForm next(JsonNode newPayload) {
    return new EventForm(eventType, format + 1, newPayload);
  }
}
