package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTests {

  private final WireWriter out = new WireWriter(1);

  private WireReader written() {
    return new WireReader(out.toBytes());
  }

  @Test
  void readsWhatWasWritten() {
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    out.writeByte(-7);
    out.writeBoolean(true);
    out.writeInt(Integer.MIN_VALUE);
    out.writeLong(Long.MIN_VALUE + 1);
    out.writeDouble(Math.PI);
    out.writeFloat(1.5f);
    out.writeUuid(uuid);
    out.writeNullableString(null);
    out.writeNullableString("x");
    out.writeBytes(new byte[] {1, 2});
    out.writeRaw(new byte[] {1, 2, 3}, 1, 2);

    WireReader in = written();

    assertThat(in.readByte()).isEqualTo((byte) -7);
    assertThat(in.readBoolean()).isTrue();
    assertThat(in.readInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(in.readLong()).isEqualTo(Long.MIN_VALUE + 1);
    assertThat(in.readDouble()).isEqualTo(Math.PI);
    assertThat(in.readFloat()).isEqualTo(1.5f);
    assertThat(in.readUuid()).isEqualTo(uuid);
    assertThat(in.readNullableString()).isNull();
    assertThat(in.readNullableString()).isEqualTo("x");
    assertThat(in.readBytes()).containsExactly(1, 2);
    assertThat(in.readRaw(2)).containsExactly(2, 3);
    assertThat(in.remaining()).isZero();
    in.expectEnd();
  }

  @Test
  void writesTheHighestByteFirst() {
    out.writeInt(0x01020304);
    out.writeLong(0x05060708090A0B0CL);

    assertThat(out.toBytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void forgetsWhatIsRewound() {
    out.writeInt(1);
    out.writeInt(2);
    out.rewind(4);

    assertThat(out.size()).isEqualTo(4);
    assertThat(out.toBytes()).containsExactly(0, 0, 0, 1);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> out.rewind(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152})
  void putsTheLengthInFrontOfAPart(int length) {
    int mark = out.beginPart();
    out.writeRaw(new byte[length], 0, length);
    out.writeByte(9);
    out.endPart(mark);
    out.writeByte(7);

    WireReader in = written();
    WireReader part = in.readPart();

    assertThat(part.remaining()).isEqualTo(length + 1);
    assertThat(part.readRaw(length)).isEqualTo(new byte[length]);
    assertThat(part.readByte()).isEqualTo((byte) 9);
    part.expectEnd();
    assertThat(in.readByte()).isEqualTo((byte) 7);
    in.expectEnd();
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void ofThirtyTwoBitsComeBack(int value) {
      out.writeVarInt(value);

      assertThat(written().readVarInt()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 127, 128, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void ofSixtyFourBitsComeBack(long value) {
      out.writeVarLong(value);
      out.writeZigZag(value);

      WireReader in = written();
      assertThat(in.readVarLong()).isEqualTo(value);
      assertThat(in.readZigZag()).isEqualTo(value);
      in.expectEnd();
    }

    @Test
    void closeToZeroTakeOneByte() {
      out.writeZigZag(-64);
      out.writeZigZag(63);

      assertThat(out.size()).isEqualTo(2);
    }

    @Test
    void withTooManyBitsAreRefused() {
      byte[] endless = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
      byte[] bit33 = {-1, -1, -1, -1, 0x1F};
      byte[] bit65 = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 2};

      assertRefused(() -> new WireReader(endless).readVarInt(), "more than 32 bits");
      assertRefused(() -> new WireReader(bit33).readVarInt(), "more than 32 bits");
      assertRefused(() -> new WireReader(endless).readVarLong(), "more than 64 bits");
      assertRefused(() -> new WireReader(bit65).readVarLong(), "more than 64 bits");
    }

    @Test
    void thatAreNoBooleanAreRefused() {
      assertRefused(() -> new WireReader(new byte[] {2}).readBoolean(), "0 or 1, not 2");
    }
  }

  @Nested
  class Strings {

    @Test
    void ofAllScriptsComeBack() {
      List<String> texts =
          List.of("", "plain", "Käse", "東京", "😀 and \uFFFD", "\0", "a".repeat(100_000));
      texts.forEach(out::writeString);

      WireReader in = written();

      assertThat(texts).allSatisfy(text -> assertThat(in.readString()).isEqualTo(text));
      in.expectEnd();
    }

    @Test
    void areEncodedAsTheJdkDoes() {
      String text = "aé東😀\u07FF\u0800\uFFFF";
      out.writeString(text);

      assertThat(written().readBytes())
          .isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "\uDE00b", "\uD83D\uD83D", "\uDE00\uD83D"})
    void withHalfAPairAreRefused(String text) {
      assertThatThrownBy(() -> out.writeString(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("half of a surrogate pair");
    }

    @Test
    void withBrokenBytesAreRefused() {
      assertRefused(
          () -> new WireReader(new byte[] {2, (byte) 0xC3, 0x28}).readString(), "not valid UTF-8");
    }
  }

  @Nested
  class Lengths {

    @Test
    void beyondTheEndAreRefusedBeforeAnythingIsAllocated() {
      out.writeVarInt(Integer.MAX_VALUE);
      byte[] bytes = out.toBytes();

      assertRefused(() -> new WireReader(bytes).readBytes(), "2147483647 with 0 bytes remaining");
      assertRefused(() -> new WireReader(bytes).readString(), "0 bytes remaining");
      assertRefused(() -> new WireReader(bytes).readPart(), "0 bytes remaining");
      assertRefused(() -> new WireReader(bytes).readRaw(1 << 30), "only 5 remain");
    }

    @Test
    void belowZeroAreRefused() {
      out.writeVarInt(-1);

      assertRefused(() -> written().readLength(), "4294967295");
      assertRefused(() -> written().readRaw(-1), "-1 bytes");
    }

    @Test
    void stayWithinTheGivenRange() {
      WireReader in = new WireReader(new byte[] {1, 2, 3, 4}, 1, 2);

      assertThat(in.readByte()).isEqualTo((byte) 2);
      assertRefused(() -> in.readInt(), "4 bytes expected where only 1 remain");
      assertThat(in.readByte()).isEqualTo((byte) 3);
      assertRefused(in::readByte, "only 0 remain");
    }

    @Test
    void leavingBytesOverAreRefused() {
      assertRefused(() -> new WireReader(new byte[3]).expectEnd(), "3 bytes too many");
    }
  }

  private static void assertRefused(Runnable read, String message) {
    assertThatThrownBy(read::run)
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining(message);
  }
}
