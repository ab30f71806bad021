package dev.grains.clinic.log;

import dev.grains.clinic.files.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How bad rows are kept until they are shown. */
final class BadRowForm implements Form<BadRow> {

  private static final int OBJECTS = 200;

  @Override
  public void write(BadRow row, DataOutput out) throws IOException {
    out.writeLong(row.line());
    Form.writeText(row.reason(), out);
    Form.writeText(row.text(), out);
  }

  @Override
  public BadRow read(DataInput in) throws IOException {
    return new BadRow(in.readLong(), Form.readText(in), Form.readText(in));
  }

  @Override
  public int weight(BadRow row) {
    return OBJECTS + 2 * row.reason().length() + 2 * row.text().length();
  }
}
