package dev.grains.clinic.intake;

import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;

/** Is told what has come of each row, on the threads that answers come on. Thread-safe. */
public interface Ledger {

  /** A patient has recorded a row, or knew it already. */
  void acknowledged(Entry entry);

  /** A patient has refused a row. */
  void refused(BadRow row);
}
