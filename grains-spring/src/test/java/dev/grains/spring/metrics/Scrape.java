package dev.grains.spring.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus reads of a member.
 *
 * @param names the names of all samples
 * @param labels the names of all their labels
 */
record Scrape(Set<String> names, Set<String> labels) {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)( \\d+)?");

  private static final Pattern LABEL = Pattern.compile("[{,]([a-zA-Z_]\\w*)=\"");

  /** Parses the text format of Prometheus; what is neither sample nor comment is an error. */
  static Scrape parse(String text) {
    Set<String> names = new TreeSet<>();
    Set<String> labels = new TreeSet<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      if (!sample.matches()) {
        throw new IllegalArgumentException("no sample: " + line);
      }
      Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
      names.add(sample.group(1));
      LABEL
          .matcher(String.valueOf(sample.group(2)))
          .results()
          .forEach(label -> labels.add(label.group(1)));
    }
    return new Scrape(names, labels);
  }
}
