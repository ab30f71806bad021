package dev.grains.guarantees;

/** What the guests of the tests on leaving have in common. */
interface Guest {

  /** Changes the state and returns how often that was done. */
  int come();

  /** Emits an event that cannot be applied. */
  void choke();

  /** Asks to leave memory. */
  void leave();

  /** Comes, and is noted once that is committed. */
  void tell();
}
