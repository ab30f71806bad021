package dev.grains.clinic.intake;

import dev.grains.clinic.files.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A patient who must be in a registry.
 *
 * @param registry the key of the registry
 * @param patient the key of the patient
 */
record Enrolment(String registry, String patient) {

  /** How they are kept until registries are read. */
  static final Form<Enrolment> FORM =
      new Form<>() {

        private static final int OBJECTS = 120;

        @Override
        public void write(Enrolment enrolment, DataOutput out) throws IOException {
          Form.writeText(enrolment.registry, out);
          Form.writeText(enrolment.patient, out);
        }

        @Override
        public Enrolment read(DataInput in) throws IOException {
          return new Enrolment(Form.readText(in), Form.readText(in));
        }

        @Override
        public int weight(Enrolment enrolment) {
          return OBJECTS + 2 * enrolment.registry.length() + 2 * enrolment.patient.length();
        }
      };
}
