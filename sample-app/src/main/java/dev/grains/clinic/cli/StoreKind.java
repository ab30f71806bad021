package dev.grains.clinic.cli;

/** Where patients are kept. */
enum StoreKind {
  /** In a file of this machine. */
  H2,
  /** In a PostgreSQL server. */
  POSTGRES,
  /** In the memory of the members, until the last one goes. */
  REPLICATED
}
