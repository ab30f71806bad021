package dev.grains.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsTests {

  private static final Bars CHART = Bars.of("names", counts(), 3);

  private static Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("hdl", 1_000L);
    counts.put("<b> & \"more\"", 500L);
    counts.put("a name that is longer than a label may be", 1L);
    counts.put("left out", 1L);
    return counts;
  }

  @Test
  void printsTheMostFrequent() {
    StringWriter text = new StringWriter();
    CHART.print(new PrintWriter(text, true), '#');

    assertThat(text.toString().lines().skip(1))
        .containsExactly(
            "names",
            "  hdl                      " + "#".repeat(40) + " 1,000",
            "  <b> & \"more\"             " + "#".repeat(20) + " 500",
            "  a name that is longer... # 1");
  }

  @Test
  void drawsAPictureThatIsXml(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("chart.svg");

    SvgChart.write(OutputFile.check(file, null), List.of(CHART, new Bars("nothing", List.of())));

    var texts =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("text");
    assertThat(texts.getLength()).isEqualTo(8);
    assertThat(texts.item(3).getTextContent()).isEqualTo("<b> & \"more\"");
  }
}
