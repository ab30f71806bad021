package dev.grains.clinic.cli;

import dev.grains.clinic.cli.Bars.Bar;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** Bar charts as a picture. */
final class SvgChart {

  private static final int WIDTH = 800;
  private static final int ROW = 24;
  private static final int LABELS = 220;
  private static final int BARS = 470;

  private final StringBuilder svg = new StringBuilder();
  private int y;

  private SvgChart() {}

  static void write(OutputFile file, List<Bars> charts) {
    file.write(path -> Files.writeString(path, new SvgChart().draw(charts)));
  }

  private String draw(List<Bars> charts) {
    int rows = charts.stream().mapToInt(chart -> chart.bars().size() + 2).sum();
    int height = (rows + 1) * ROW;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"14\">",
        WIDTH, height, WIDTH, height);
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    charts.forEach(this::draw);
    add("</svg>");
    return svg.toString();
  }

  private void draw(Bars chart) {
    y += 2 * ROW;
    add("<text x=\"16\" y=\"%d\" font-weight=\"bold\">%s</text>", y - 8, escaped(chart.title()));
    for (Bar bar : chart.bars()) {
      double length = Math.max(1, chart.length(bar, BARS));
      add(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
          LABELS - 8, y + 16, escaped(bar.label()));
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#2b6cb0\"/>",
          LABELS, y + 3, length, ROW - 6);
      add("<text x=\"%.1f\" y=\"%d\">%,d</text>", LABELS + length + 8, y + 16, bar.value());
      y += ROW;
    }
  }

  private void add(String format, Object... parts) {
    svg.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
