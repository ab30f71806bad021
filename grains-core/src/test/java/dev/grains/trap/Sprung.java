package dev.grains.trap;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the trap has gone off. */
public final class Sprung {

  /** True from the moment when the class of the trap was initialized. */
  public static final AtomicBoolean NOW = new AtomicBoolean();

  private Sprung() {}
}
