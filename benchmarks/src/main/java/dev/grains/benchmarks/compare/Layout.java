package dev.grains.benchmarks.compare;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The processes of one measurement, as one of them sees it.
 *
 * @param place where the keys are
 * @param role the part of this JVM
 * @param peer the address of the host, empty in the host and where there is none
 * @param database the JDBC URL of a fresh PostgreSQL, empty for work in memory
 */
public record Layout(Place place, Role role, String peer, String database) {

  /** How many keys are used in turn. */
  public static final int UNIFORM_KEYS = 1_000;

  /** The number of the key that is used alone, as the hot one. */
  public static final int HOT_KEY = UNIFORM_KEYS;

  /** How many keys there are in all. */
  public static final int KEYS = UNIFORM_KEYS + 1;

  /**
   * Returns the layout of a single JVM.
   *
   * @param database the JDBC URL, or empty
   * @return the layout
   */
  public static Layout alone(String database) {
    return new Layout(Place.LOCAL, Role.CALLER, "", database);
  }

  /**
   * Returns whether another JVM hosts or keeps backups.
   *
   * @return whether there are two JVMs
   */
  public boolean shared() {
    return role == Role.HOST || !peer.isEmpty();
  }

  /**
   * Chooses the names of the keys.
   *
   * @param fits whether a name is in the place where the keys are to be
   * @return one name for each key
   */
  public static String[] names(Predicate<String> fits) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "account-" + i)
        .filter(fits)
        .limit(KEYS)
        .toArray(String[]::new);
  }
}
