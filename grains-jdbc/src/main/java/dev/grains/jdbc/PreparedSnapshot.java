package dev.grains.jdbc;

/** A snapshot as it goes into its row, with the receipts of this commit alone. */
record PreparedSnapshot(int format, String state, String receipts, boolean deleteOlderEvents) {

  int bytes() {
    return receipts.length() + state.length();
  }
}
