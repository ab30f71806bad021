package dev.grains.clinic.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A bar chart.
 *
 * @param title what it shows
 * @param bars the bars from top to bottom
 */
record Bars(String title, List<Bar> bars) {

  private static final int WIDTH = 40;
  private static final int LONGEST_LABEL = 24;

  /** A bar and its label. */
  record Bar(String label, long value) {}

  static Bars of(String title, Map<String, Long> counts, int most) {
    return new Bars(
        title,
        counts.entrySet().stream()
            .limit(most)
            .map(count -> new Bar(count.getKey(), count.getValue()))
            .toList());
  }

  /** The length of a bar, if the longest has that of the chart. */
  double length(Bar bar, double chart) {
    long longest = bars.stream().mapToLong(Bar::value).max().orElse(1);
    return chart * bar.value / Math.max(1, longest);
  }

  void print(PrintWriter out, char block) {
    out.printf(Locale.ROOT, "%n%s%n", title);
    for (Bar bar : bars) {
      int blocks = (int) Math.max(1, Math.round(length(bar, WIDTH)));
      out.printf(
          Locale.ROOT,
          "  %-" + LONGEST_LABEL + "s %s %,d%n",
          label(bar.label),
          String.valueOf(block).repeat(blocks),
          bar.value);
    }
  }

  private static String label(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 3) + "...";
  }
}
