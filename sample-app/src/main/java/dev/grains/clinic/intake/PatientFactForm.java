package dev.grains.clinic.intake;

import dev.grains.clinic.files.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/** How facts are kept until patients are read back. */
final class PatientFactForm implements Form<PatientFact> {

  private static final int OBJECTS = 200;

  @Override
  public void write(PatientFact item, DataOutput out) throws IOException {
    Fact fact = item.fact();
    Form.writeText(item.patient(), out);
    Form.writeTime(fact.at(), out);
    Form.writeText(fact.kind(), out);
    Form.writeText(fact.name(), out);
    Double value = fact.value();
    out.writeBoolean(value != null);
    out.writeDouble(value == null ? 0 : value);
  }

  @Override
  public PatientFact read(DataInput in) throws IOException {
    String patient = Form.readText(in);
    Instant at = Form.readTime(in);
    String kind = Form.readText(in);
    String name = Form.readText(in);
    boolean present = in.readBoolean();
    double value = in.readDouble();
    return new PatientFact(patient, new Fact(at, kind, name, present ? (Double) value : null));
  }

  @Override
  public int weight(PatientFact item) {
    return OBJECTS + 2 * item.patient().length() + 2 * item.fact().name().length();
  }
}
