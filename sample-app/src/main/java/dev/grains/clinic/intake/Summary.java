package dev.grains.clinic.intake;

/**
 * What has come of a log.
 *
 * @param rows how many rows it has
 * @param recorded how many observations were new
 * @param duplicates how many were known already
 * @param rejected how many rows are bad or were refused
 * @param patients how many patients they are about
 * @param seconds how long it took to tell them
 * @param p50Micros how long half of the answers took at most
 * @param p99Micros how long 99 in 100 answers took at most
 */
public record Summary(
    long rows,
    long recorded,
    long duplicates,
    long rejected,
    long patients,
    double seconds,
    long p50Micros,
    long p99Micros) {

  /** Sums up. */
  public static Summary of(Tally tally, long badRows, long patients, long nanos) {
    long rejected = badRows + tally.refused();
    return new Summary(
        tally.recorded() + tally.duplicates() + rejected,
        tally.recorded(),
        tally.duplicates(),
        rejected,
        patients,
        nanos / 1e9,
        tally.latencies().quantile(0.5),
        tally.latencies().quantile(0.99));
  }

  /** How many commands were answered in a second. */
  public long commandsPerSecond() {
    return seconds == 0 ? 0 : Math.round((recorded + duplicates) / seconds);
  }
}
