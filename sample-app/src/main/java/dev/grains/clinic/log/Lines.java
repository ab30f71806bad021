package dev.grains.clinic.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one after the other. Lines without an end cost no memory. */
final class Lines {

  static final int LONGEST = 1 << 18;
  private static final int END = -1;

  private final BufferedReader reader;
  private final Deque<Line> returned = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private long number;
  private boolean afterReturn;

  Lines(Reader reader) {
    this.reader = new BufferedReader(reader, 1 << 16);
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    return returned.isEmpty() ? read() : returned.removeFirst();
  }

  /** Takes back lines that were read too far. */
  void giveBack(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      returned.addFirst(lines.get(i));
    }
  }

  private @Nullable Line read() throws IOException {
    int c = first();
    if (c == END) {
      return null;
    }
    text.setLength(0);
    boolean whole = true;
    while (c != END && c != '\n' && c != '\r') {
      if (text.length() < LONGEST) {
        text.append((char) c);
      } else {
        whole = false;
      }
      c = reader.read();
    }
    afterReturn = c == '\r';
    number++;
    return new Line(number, text.toString(), whole);
  }

  private int first() throws IOException {
    int c = reader.read();
    if (c == '\n' && afterReturn) {
      c = reader.read();
    }
    return number == 0 && c == '\uFEFF' ? reader.read() : c;
  }
}
