package dev.grains.jdbc;

/** What a failure of the database means for the commits that met it. */
enum Failure {
  /** A row is there already; nothing was committed. */
  DUPLICATE,
  /** Nothing was committed, and the same may well succeed at once. */
  TRY_AGAIN,
  /** Nothing was committed, and it may succeed on another connection. */
  TRY_ELSEWHERE,
  /** Nothing was committed, and it may succeed later. */
  UNAVAILABLE,
  /** Nobody knows whether anything was committed. */
  UNKNOWN,
  /** Nothing was committed, and something in it can never be. */
  UNSTORABLE
}
