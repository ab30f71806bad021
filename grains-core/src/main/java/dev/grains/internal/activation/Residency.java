package dev.grains.internal.activation;

/** Chooses the activations that leave memory when a type has too many. Thread-safe. */
interface Residency {

  /** Takes in a new activation, and lets others go if there are too many. */
  void added(Activation activation);

  /** Notes that an activation has been used, beyond the stamp it carries. */
  void used(Activation activation);

  /** Notes that an activation has nothing to do any more: it goes if there are too many. */
  void rested(Activation activation);

  /** Lets the coldest activations go, as far as they have nothing to do. */
  void relieve(int count);

  /** Forgets an activation that has left. */
  void removed(Activation activation);
}
