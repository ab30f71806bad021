package dev.grains.trap;

/** Tells when it is loaded. Nothing may name it but by text. */
public final class Trap extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static {
    Sprung.NOW.set(true);
  }

  /** Creates one. */
  public Trap() {}

  /**
   * Creates one.
   *
   * @param message a message
   */
  public Trap(String message) {
    super(message);
  }
}
