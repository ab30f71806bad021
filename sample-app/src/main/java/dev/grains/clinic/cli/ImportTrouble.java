package dev.grains.clinic.cli;

import dev.grains.clinic.intake.IntakeFailure;

/** Explains why an import has ended early, and what its user can do about it. */
final class ImportTrouble {

  private static final long LITTLE_ROOM = 16L << 20;

  private ImportTrouble() {}

  static CommandFailure explain(IntakeFailure failure, StoreOptions store) {
    String rest =
        store.kind() == StoreKind.REPLICATED
            ? ""
            : "; what is recorded stays, and the same import goes on from there";
    return new CommandFailure(reason(failure, store) + rest, failure);
  }

  private static String reason(IntakeFailure failure, StoreOptions store) {
    if (Interruption.asked()) {
      return "interrupted";
    }
    if (store.kind() == StoreKind.H2 && store.data().toFile().getUsableSpace() < LITTLE_ROOM) {
      return "there is no room left in " + store.data() + ": " + failure.getMessage();
    }
    return String.valueOf(failure.getMessage());
  }
}
