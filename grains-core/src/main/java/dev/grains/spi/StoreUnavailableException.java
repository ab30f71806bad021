package dev.grains.spi;

/**
 * The store cannot be reached now; nothing was changed, and trying again may help.
 *
 * @since 0.1
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what could not be reached, and for which grain
   * @param cause the failure of the driver
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
