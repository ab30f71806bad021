package dev.grains.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.internal.codec.GoldenFile;
import dev.grains.internal.codec.HostileFrames;
import dev.grains.internal.codec.HostileFrames.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyFrameTests {

  private static final List<ReplyFrame.Part> PARTS =
      List.of(
          new ReplyFrame.Part(1, new byte[] {1, 3}),
          new ReplyFrame.Part(Long.MAX_VALUE, new byte[] {0, 5, 6, 7}));

  @Test
  void repliesAreWrittenAsEver() {
    new GoldenFile("replies")
        .check(
            new java.util.TreeMap<>(
                Map.of(
                    "none", ReplyFrame.encode(List.of()), "two parts", ReplyFrame.encode(PARTS))));
  }

  @Test
  void repliesOnceWrittenAreReadAsEver() {
    byte[] bytes = new GoldenFile("replies").bytes().get("two parts");

    assertThat(ReplyFrame.decode(bytes)).usingRecursiveComparison().isEqualTo(PARTS);
  }

  @Test
  void damagedRepliesAreReadOrRefused() {
    Target target = new Target(ReplyFrame.encode(PARTS), ReplyFrame::decode);

    int read = new HostileFrames().feed(List.of(target), 10_000);

    assertThat(read).as("readable in spite of the damage").isBetween(100, 9_900);
  }
}
