package dev.grains.benchmarks.jmh;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes ratios beside what is wanted. */
final class RatioTable {

  private static final int MOST_BYTES = 1_024;

  private RatioTable() {}

  static String of(Map<RatioQuestion, List<RatioPair>> pairs, long bytes, String origin) {
    StringBuilder table = new StringBuilder(origin);
    table.append(
        """


        | what | grains /s | raw /s | target | lowest pass | median | highest pass | |
        | --- | --: | --: | --: | --: | --: | --: | --- |
        """);
    pairs.forEach((question, passes) -> table.append(row(question, passes)));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "| heap for each activation | | | at most %,d bytes | | %,d bytes | | %s |%n",
                MOST_BYTES,
                bytes,
                verdict(bytes <= MOST_BYTES)))
        .toString();
  }

  private static String row(RatioQuestion question, List<RatioPair> passes) {
    double[] ratios = sorted(passes, RatioPair::ratio);
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.2f | %s |%n",
        question.title(),
        middle(sorted(passes, RatioPair::grains)),
        middle(sorted(passes, RatioPair::raw)),
        question.least(),
        ratios[0],
        middle(ratios),
        ratios[ratios.length - 1],
        verdict(middle(ratios) >= question.least()));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "**missed**";
  }

  private static double[] sorted(List<RatioPair> passes, ToDoubleFunction<RatioPair> figure) {
    return passes.stream().mapToDouble(figure).sorted().toArray();
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
