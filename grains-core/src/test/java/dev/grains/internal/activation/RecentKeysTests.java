package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.BatchSamples;
import dev.grains.spi.KeyedReply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentKeysTests {

  private final RecentKeys keys = new RecentKeys(3);

  private static KeyedReply reply(String key, long expiry, int value) {
    return new KeyedReply(key, Instant.ofEpochMilli(expiry), new byte[] {(byte) value});
  }

  @Test
  void areKnownUntilTheyExpire() {
    keys.add(List.of(reply("a", 100, 1)));

    assertThat(keys.reply("a", 99)).containsExactly(1);
    assertThat(keys.reply("a", 100)).isNull();
    assertThat(keys.reply("b", 0)).isNull();
  }

  @Test
  void forgetTheOldestBeyondTheirBound() {
    keys.add(List.of(reply("a", 100, 1), reply("b", 100, 2)));
    keys.add(List.of(reply("c", 100, 3), reply("d", 100, 4)));

    assertThat(keys.reply("a", 0)).isNull();
    assertThat(keys.reply("b", 0)).containsExactly(2);
    assertThat(keys.reply("d", 0)).containsExactly(4);
  }

  @Test
  void areEmptyOnceCleared() {
    keys.add(List.of(reply("a", 100, 1)));

    keys.clear();

    assertThat(keys.reply("a", 0)).isNull();
    keys.add(List.of());
    assertThat(keys.reply("a", 0)).isNull();
  }

  @Test
  void tellWhichKeysOfABatchTheyDoNotKnow() {
    keys.add(List.of(reply("known", 100, 1), reply("expired", 50, 2)));
    Batch batch =
        BatchSamples.keyed(
            new UUID(0, 1), 1, new GrainId("thing", "a"), "new", null, "known", "expired", "new");

    assertThat(keys.unknown(batch, 60)).containsExactlyInAnyOrder("new", "expired");
    assertThat(keys.unknown(BatchSamples.keyed(new UUID(0, 1), 1, batch.id(), "known"), 60))
        .isEmpty();
  }
}
