package dev.grains.clinic.cli;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands between the columns of a log. */
final class DelimiterConverter implements ITypeConverter<Character> {

  private static final Set<String> TAB = Set.of("tab", "\\t", "\t");
  private static final String TAKEN = "\"\r\n";

  @Override
  public Character convert(String text) {
    if (TAB.contains(text)) {
      return '\t';
    }
    if (text.length() != 1 || TAKEN.contains(text)) {
      throw new TypeConversionException(
          "'" + text + "' cannot stand between columns: name one character, or 'tab'");
    }
    return text.charAt(0);
  }
}
