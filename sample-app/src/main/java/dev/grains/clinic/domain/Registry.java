package dev.grains.clinic.domain;

import dev.grains.annotation.Grain;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A registry: the patients with a diagnosis, or a part of all patients. */
@Grain("registry")
public interface Registry {

  /** The number of registries that all patients are spread over. */
  int PARTS = 16;

  /** The number of pages that a registry is read in. */
  int PAGES = 16;

  /** Enters a patient, once however often it is told. */
  @OneWay
  void enrol(String patient);

  /** Returns how many patients there are. */
  @ReadOnly
  int count();

  /** Returns the patients on a page, 0 to {@value #PAGES} - 1. */
  @ReadOnly
  CompletionStage<Set<String>> patients(int page);

  /** Returns the key of the registry of a diagnosis. */
  static String ofDiagnosis(String name) {
    return "diagnosis:" + name;
  }

  /** Returns the key of the registry that has a patient whatever the diagnoses. */
  static String ofEveryone(String patient) {
    return ofEveryone(Math.floorMod(patient.hashCode(), PARTS));
  }

  /** Returns the key of a part of the registry of all patients, 0 to {@value #PARTS} - 1. */
  static String ofEveryone(int part) {
    return "everyone:" + part;
  }
}
