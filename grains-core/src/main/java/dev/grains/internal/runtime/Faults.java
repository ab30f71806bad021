package dev.grains.internal.runtime;

import dev.grains.internal.admission.AdmissionProbe;
import dev.grains.internal.reply.PushFilter;

/**
 * What goes wrong on purpose, for tests of what must survive it.
 *
 * @param admissions repeats admissions
 * @param pushes loses replies
 */
public record Faults(AdmissionProbe admissions, PushFilter pushes) {

  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(AdmissionProbe.NONE, PushFilter.ALL);
}
