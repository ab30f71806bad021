package dev.grains.internal.codec;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exceptions like those that users write. */
final class Refusals {

  static final List<Class<? extends Throwable>> DECLARED =
      List.of(
          Plain.class,
          WithCause.class,
          Fixed.class,
          Decorated.class,
          InsufficientFunds.class,
          LimitExceeded.class,
          Frozen.class,
          Disabled.class,
          IOException.class,
          Opaque.class,
          Unserializable.class,
          Picky.class);

  private Refusals() {}

  /** An exception that holds more than a message. */
  interface Detailed {
    String details();
  }

  @SuppressWarnings("serial")
  static class Plain extends RuntimeException {
    Plain(@Nullable String message) {
      super(message);
    }

    Plain(@Nullable String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  static class Subclass extends Plain {
    private static final long serialVersionUID = 1L;

    Subclass(String message) {
      super(message);
    }

    Subclass(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static final class WithCause extends Exception {
    private static final long serialVersionUID = 1L;

    WithCause(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  static final class Fixed extends Exception {
    private static final long serialVersionUID = 1L;

    Fixed() {
      super("always the same");
    }
  }

  static final class Decorated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Decorated(String rule) {
      super("the rule '" + rule + "' is violated");
    }
  }

  static final class InsufficientFunds extends Exception implements Detailed {
    private static final long serialVersionUID = 1L;

    private final long balance;
    private final @Nullable Long missing;

    InsufficientFunds(long balance, @Nullable Long missing) {
      super(missing + " of " + balance + " are missing");
      this.balance = balance;
      this.missing = missing;
    }

    @Override
    public String details() {
      return balance + " " + missing;
    }
  }

  abstract static sealed class LimitExceeded extends RuntimeException permits OverLimit {
    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
      super(message);
    }
  }

  static final class OverLimit extends LimitExceeded implements Detailed {
    private static final long serialVersionUID = 1L;

    private final int limit;

    OverLimit(String message, int limit) {
      super(message);
      this.limit = limit;
    }

    @Override
    public String details() {
      return String.valueOf(limit);
    }
  }

  abstract static class OfAccount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String account;

    OfAccount(String account, String message) {
      super(message);
      this.account = account;
    }

    String account() {
      return account;
    }
  }

  static final class Frozen extends OfAccount implements Detailed {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Frozen(String account, String reason) {
      super(account, account + " is frozen: " + reason);
      this.reason = reason;
    }

    @Override
    public String details() {
      return account() + " " + reason;
    }
  }

  static final class Disabled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Disabled(String message) {
      super(message, null, false, false);
    }
  }

  static final class Opaque extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long code;

    Opaque(int code) {
      super("code " + code);
      this.code = code;
    }

    long code() {
      return code;
    }
  }

  static final class Unserializable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int[] values;

    Unserializable(int[] values) {
      this.values = values;
    }

    int[] values() {
      return values;
    }
  }

  static final class Picky extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Picky(String name) {
      super("no " + name);
      if (name.contains(" ")) {
        throw new IllegalArgumentException("a name has no blanks");
      }
    }
  }
}
