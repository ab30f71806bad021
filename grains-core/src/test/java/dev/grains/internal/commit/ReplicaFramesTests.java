package dev.grains.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.internal.codec.GoldenFile;
import dev.grains.internal.codec.HostileFrames;
import dev.grains.internal.codec.HostileFrames.Target;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What members keep and send of replicated grains, as members of other versions rely on it. */
class ReplicaFramesTests {

  private static final Receipt RECEIPT =
      new Receipt(new UUID(1, 2), 33, Instant.ofEpochMilli(9_000), new byte[] {0, 4});
  private static final KeyedReply REPLY =
      new KeyedReply("order-7", Instant.ofEpochMilli(99_000), new byte[] {0, 4, 4});

  private static ReplicaDelta delta(long version, byte... event) {
    return new ReplicaDelta(
        version,
        version + 1,
        false,
        null,
        List.of(event),
        List.of(RECEIPT),
        version == 0 ? List.of(REPLY) : List.of(),
        1_000);
  }

  private static ReplicaDelta whole(long version) {
    return new ReplicaDelta(
        version,
        version + 1,
        true,
        new byte[] {9, 9},
        List.of(),
        List.of(RECEIPT),
        List.of(),
        1_000);
  }

  private static Map<String, byte[]> frames() {
    ReplicatedEntry first = delta(0, (byte) 1, (byte) 2).apply(null);
    ReplicatedEntry second = delta(1, (byte) 3).apply(first);
    Map<String, byte[]> frames = new LinkedHashMap<>();
    frames.put("delta of an event", delta(0, (byte) 1, (byte) 2).encode());
    frames.put("delta of a state", whole(7).encode());
    frames.put("entry of events", second.encode());
    frames.put("entry of a state", whole(2).apply(second).encode());
    return frames;
  }

  @Test
  void framesAreWrittenAsEver() {
    new GoldenFile("replicas").check(frames());
  }

  @Test
  void framesOnceWrittenAreReadAndWrittenTheSame() {
    assertThat(new GoldenFile("replicas").bytes())
        .hasSize(4)
        .allSatisfy(
            (name, bytes) ->
                assertThat(
                        name.startsWith("delta")
                            ? new ReplicaDelta().decode(bytes).encode()
                            : ReplicatedEntry.decode(bytes).encode())
                    .isEqualTo(bytes));
  }

  @Test
  void aDeltaFitsOnlyTheVersionItWasDecidedOn() {
    ReplicatedEntry first = delta(0, (byte) 1).apply(null);

    assertThat(delta(0, (byte) 1).fits(null)).isTrue();
    assertThat(delta(0, (byte) 1).fits(first)).isFalse();
    assertThat(delta(1, (byte) 2).fits(first)).isTrue();
    assertThat(delta(1, (byte) 2).fits(null)).isFalse();
  }

  @Test
  void aReceiptReplacesTheOneOfItsCaller() {
    ReplicatedEntry second = delta(1, (byte) 2).apply(delta(0, (byte) 1).apply(null));

    assertThat(second.receipts()).containsExactly(RECEIPT);
    assertThat(second.reply("order-7", 98_999)).isNotNull();
    assertThat(second.reply("order-7", 99_000)).as("expired").isNull();
  }

  @Test
  void damagedFramesAreReadOrRefused() {
    List<Target> targets = new ArrayList<>();
    frames()
        .forEach(
            (name, bytes) ->
                targets.add(
                    name.startsWith("delta")
                        ? new Target(bytes, damaged -> new ReplicaDelta().decode(damaged))
                        : new Target(bytes, ReplicatedEntry::decode)));

    int read = new HostileFrames().feed(targets, 30_000);

    assertThat(read).as("readable in spite of the damage").isBetween(100, 29_000);
  }
}
