package dev.grains.clinic.domain;

/** A value that no living patient can have. */
public final class ImplausibleValue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates a refusal that says which value, and what would be plausible. */
  public ImplausibleValue(String message) {
    super(message);
  }
}
