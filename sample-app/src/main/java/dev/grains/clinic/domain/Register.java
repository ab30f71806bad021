package dev.grains.clinic.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The patients in a registry, in pages so that one more copies little.
 *
 * @param pages the patients, by a hash of their key
 */
public record Register(List<Set<String>> pages) {

  static final Register EMPTY = new Register(Collections.nCopies(Registry.PAGES, Set.of()));

  /** Copies the pages. */
  public Register {
    pages = pages.stream().map(Set::copyOf).toList();
  }

  Register with(String patient) {
    List<Set<String>> changed = new ArrayList<>(pages);
    Set<String> page = new HashSet<>(page(patient));
    page.add(patient);
    changed.set(number(patient), page);
    return new Register(changed);
  }

  boolean has(String patient) {
    return page(patient).contains(patient);
  }

  int size() {
    return pages.stream().mapToInt(Set::size).sum();
  }

  private Set<String> page(String patient) {
    return pages.get(number(patient));
  }

  // other bits than those that choose the part of the registry of everyone
  private static int number(String patient) {
    return Math.floorMod(patient.hashCode() / Registry.PARTS, Registry.PAGES);
  }
}
