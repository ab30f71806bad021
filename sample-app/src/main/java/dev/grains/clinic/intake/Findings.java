package dev.grains.clinic.intake;

/**
 * What was found when patients were read back.
 *
 * @param patients how many patients were read
 * @param found how many facts they show
 * @param lost how many facts are missing
 * @param doubled how many facts are there once too often
 * @param unexpected how many facts are there that nobody has told
 */
public record Findings(long patients, long found, long lost, long doubled, long unexpected) {

  static final Findings NONE = new Findings(0, 0, 0, 0, 0);

  Findings plus(Findings other) {
    return new Findings(
        patients + other.patients,
        found + other.found,
        lost + other.lost,
        doubled + other.doubled,
        unexpected + other.unexpected);
  }
}
