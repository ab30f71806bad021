package dev.grains.jdbc;

import org.jspecify.annotations.Nullable;

/** A document as it goes into its row, with the receipts of this commit alone. */
record PreparedDocument(@Nullable String state, String receipts) {

  int bytes() {
    return receipts.length() + (state == null ? 0 : state.length());
  }
}
