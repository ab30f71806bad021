package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.test.GrainCluster;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The meters are those that docs/metrics.md lists, and no others. */
class MetersIT {

  private static final Pattern ROW = Pattern.compile("^\\| `(grains\\.[a-z.]+)` \\| ([^|]*) \\|");

  @Test
  void documentListsEveryMeterWithItsTags() throws IOException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (GrainCluster cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(ComputingLedger.class, ComputingLedgerGrain::new)
                    .register(BlockingLedger.class, BlockingLedgerGrain::new)
                    .meters(registry))) {
      cluster.member(0).get(ComputingLedger.class, "a").count("me", 1);
      cluster.member(0).get(BlockingLedger.class, "a").count("me", 1);
      cluster.member(0).get(BlockingLedger.class, "a").tally();

      Set<String> registered =
          registry.getMeters().stream()
              .map(MetersIT::describe)
              .collect(Collectors.toCollection(TreeSet::new));
      // made when the first call is refused
      registered.add("grains.calls.rejected [reason, type]");

      assertThat(registered).isEqualTo(documented());
    }
  }

  private static String describe(Meter meter) {
    TreeSet<String> tags =
        meter.getId().getTags().stream()
            .map(Tag::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    return meter.getId().getName() + " " + tags;
  }

  private static Set<String> documented() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "metrics.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        TreeSet<String> tags = new TreeSet<>();
        for (String tag : row.group(2).split(",")) {
          String name = tag.replace("`", "").trim();
          if (!name.equals("-")) {
            tags.add(name);
          }
        }
        documented.add(row.group(1) + " " + tags);
      }
    }
    return documented;
  }
}
