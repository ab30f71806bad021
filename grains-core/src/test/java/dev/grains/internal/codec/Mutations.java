package dev.grains.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages frames, at random and on purpose. */
public final class Mutations {

  static final String TRAP = "dev.grains.trap.Trap";

  /** The names of a class that must never be loaded, in the forms in which somebody might try. */
  private static final List<String> TRAPS =
      List.of(
          TRAP, "dev/grains/trap/Trap", "Trap", "Ldev/grains/trap/Trap;", "[\"" + TRAP + "\",{}]");

  private static final byte[] MARKS = {
    0,
    1,
    2,
    3,
    0x1B,
    0x3B,
    0x5B,
    0x5F,
    0x7B,
    0x7F,
    (byte) 0x80,
    (byte) 0x9B,
    (byte) 0x9F,
    (byte) 0xBB,
    (byte) 0xBF,
    (byte) 0xC2,
    (byte) 0xC4,
    (byte) 0xD8,
    (byte) 0xDB,
    (byte) 0xF6,
    (byte) 0xF7,
    (byte) 0xF8,
    (byte) 0xFB,
    (byte) 0xFF
  };

  private final Random random;
  private final List<byte[]> others;

  /**
   * Creates mutations.
   *
   * @param random decides
   * @param others frames to take pieces from
   */
  public Mutations(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
  }

  /** Returns a frame with one to four kinds of damage. */
  public byte[] of(byte[] frame) {
    byte[] result = frame.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      result = once(result);
    }
    return result;
  }

  private byte[] once(byte[] frame) {
    int at = random.nextInt(frame.length + 1);
    int length = Math.min(1 + random.nextInt(12), frame.length - at);
    return switch (random.nextInt(9)) {
      case 0 -> flip(frame);
      case 1 -> set(frame, (byte) random.nextInt());
      case 2 -> set(frame, MARKS[random.nextInt(MARKS.length)]);
      case 3 -> Arrays.copyOf(frame, at);
      case 4 -> replace(frame, at, length, new byte[0]);
      case 5 -> replace(frame, at, 0, Arrays.copyOfRange(frame, at, at + length));
      case 6 -> replace(frame, at, length, piece(others.get(random.nextInt(others.size()))));
      case 7 -> replace(frame, at, 0, trap());
      default -> replaceText(frame);
    };
  }

  private byte[] flip(byte[] frame) {
    return frame.length == 0 ? frame : set(frame, (byte) (1 << random.nextInt(8)));
  }

  private byte[] set(byte[] frame, byte value) {
    if (frame.length > 0) {
      int at = random.nextInt(frame.length);
      frame[at] = random.nextBoolean() ? value : (byte) (frame[at] ^ value);
    }
    return frame;
  }

  private byte[] piece(byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
  }

  private static byte[] replace(byte[] frame, int at, int length, byte[] piece) {
    byte[] result = new byte[frame.length - length + piece.length];
    System.arraycopy(frame, 0, result, 0, at);
    System.arraycopy(piece, 0, result, at, piece.length);
    System.arraycopy(frame, at + length, result, at + piece.length, frame.length - at - length);
    return result;
  }

  private byte[] trap() {
    byte[] name = TRAPS.get(random.nextInt(TRAPS.size())).getBytes(StandardCharsets.UTF_8);
    return random.nextBoolean() ? name : text(name);
  }

  /** Returns a text as it stands in a scalar or, one time in two, in a document. */
  private byte[] text(byte[] name) {
    byte[] prefix =
        random.nextBoolean()
            ? new byte[] {(byte) name.length}
            : new byte[] {0x78, (byte) name.length};
    return replace(name, 0, 0, prefix);
  }

  /** Puts a trap where a text was, of which the byte in front tells the length. */
  private byte[] replaceText(byte[] frame) {
    int start = random.nextInt(frame.length + 1);
    for (int at = start; at < frame.length; at++) {
      int length = (frame[at] & 0xFF) >= 0x60 ? frame[at] & 0x1F : frame[at];
      if (length > 0 && at + length < frame.length && isText(frame, at + 1, length)) {
        return replace(frame, at, length + 1, trap());
      }
    }
    return frame;
  }

  private static boolean isText(byte[] frame, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (frame[i] < ' ') {
        return false;
      }
    }
    return true;
  }
}
