package dev.grains.clinic.log;

import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.files.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How entries are kept until their turn comes. */
final class EntryForm implements Form<Entry> {

  private static final int OBJECTS = 300;
  private static final int ATTRIBUTE = 100;

  @Override
  public void write(Entry entry, DataOutput out) throws IOException {
    Observation observation = entry.observation();
    out.writeLong(entry.line());
    Form.writeText(entry.patient(), out);
    Form.writeTime(observation.at(), out);
    Form.writeText(observation.kind(), out);
    Form.writeText(observation.name(), out);
    Double value = observation.value();
    out.writeBoolean(value != null);
    out.writeDouble(value == null ? 0 : value);
    out.writeInt(observation.attributes().size());
    for (Map.Entry<String, String> attribute : observation.attributes().entrySet()) {
      Form.writeText(attribute.getKey(), out);
      Form.writeText(attribute.getValue(), out);
    }
    Form.writeText(entry.text(), out);
  }

  @Override
  public Entry read(DataInput in) throws IOException {
    long line = in.readLong();
    String patient = Form.readText(in);
    Instant at = Form.readTime(in);
    String kind = Form.readText(in);
    String name = Form.readText(in);
    Double value = value(in);
    Observation observation = new Observation(at, kind, name, value, attributes(in));
    return new Entry(line, patient, observation, Form.readText(in));
  }

  private static @Nullable Double value(DataInput in) throws IOException {
    boolean present = in.readBoolean();
    double value = in.readDouble();
    return present ? (Double) value : null;
  }

  private static Map<String, String> attributes(DataInput in) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      attributes.put(Form.readText(in), Form.readText(in));
    }
    return attributes;
  }

  // the text has everything once more; two bytes a character where it is not plain
  @Override
  public int weight(Entry entry) {
    return OBJECTS
        + ATTRIBUTE * entry.observation().attributes().size()
        + 3 * entry.text().length();
  }
}
