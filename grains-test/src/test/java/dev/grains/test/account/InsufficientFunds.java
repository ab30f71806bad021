package dev.grains.test.account;

final class InsufficientFunds extends Exception {

  private static final long serialVersionUID = 1L;

  InsufficientFunds(String message) {
    super(message);
  }
}
