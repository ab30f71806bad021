package dev.grains.clinic.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grains.clinic.files.SpillSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/** A program of its own, so that it can have little memory: reads a log that has more. */
final class LargeLog {

  private static final int DAYS = 10_007;

  private LargeLog() {}

  /** Takes a number of rows and a directory, and says how many are in order. */
  public static void main(String[] arguments) throws IOException {
    long rows = Long.parseLong(arguments[0]);
    SpillSpace space = SpillSpace.in(Path.of(arguments[1]));
    try (EventLog log =
        EventLog.read(new Generated(rows), LogFormat.BUNDLED, Long.MAX_VALUE, space)) {
      System.out.println(inOrder(log) + " of " + log.goodRows());
    }
  }

  private static long inOrder(EventLog log) {
    long count = 0;
    Instant before = Instant.MIN;
    long line = 0;
    for (Entry entry : log.entries()) {
      Instant at = entry.observation().at();
      if (at.isAfter(before) || (at.equals(before) && entry.line() > line)) {
        count++;
      }
      before = at;
      line = entry.line();
    }
    return count;
  }

  /** A log that is made while it is read; its days go to and fro. */
  private static final class Generated extends InputStream {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final long rows;
    private byte[] text = "id,days,kind,name,value,remark\n".getBytes(UTF_8);
    private int position;
    private long row;

    Generated(long rows) {
      this.rows = rows;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (position == text.length) {
        refill();
      }
      int count = Math.min(length, text.length - position);
      System.arraycopy(text, position, bytes, offset, count);
      position += count;
      return count == 0 ? -1 : count;
    }

    private void refill() {
      StringBuilder more = new StringBuilder();
      for (int i = 0; i < ROWS_AT_A_TIME && row < rows; i++, row++) {
        more.append('p').append(row % 1_000).append(',').append(row * 4_999 % DAYS);
        more.append(",lab,hdl,").append(row).append(',').append("remark ".repeat(20)).append('\n');
      }
      text = more.toString().getBytes(UTF_8);
      position = 0;
    }
  }
}
