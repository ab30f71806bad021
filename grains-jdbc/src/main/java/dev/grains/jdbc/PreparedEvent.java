package dev.grains.jdbc;

/** An event as it goes into its row. */
record PreparedEvent(long version, String eventType, int format, String payload, String metadata) {

  int bytes() {
    return payload.length() + metadata.length();
  }
}
