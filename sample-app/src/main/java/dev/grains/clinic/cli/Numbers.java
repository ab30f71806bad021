package dev.grains.clinic.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers that must lie within bounds. */
class Numbers implements ITypeConverter<Integer> {

  private final int least;
  private final int greatest;

  private Numbers(int least, int greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below, as for one that is out of bounds
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not a whole number "
            + (greatest == Integer.MAX_VALUE
                ? "of at least " + least
                : "from " + least + " to " + greatest));
  }

  static final class NotNegative extends Numbers {
    NotNegative() {
      super(0, Integer.MAX_VALUE);
    }
  }

  static final class AtLeastOne extends Numbers {
    AtLeastOne() {
      super(1, Integer.MAX_VALUE);
    }
  }

  static final class AtLeastTwo extends Numbers {
    AtLeastTwo() {
      super(2, Integer.MAX_VALUE);
    }
  }

  static final class Port extends Numbers {
    private static final int LAST = 65_535;

    Port() {
      super(0, LAST);
    }
  }
}
