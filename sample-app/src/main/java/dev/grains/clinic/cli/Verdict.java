package dev.grains.clinic.cli;

import dev.grains.clinic.intake.Findings;
import dev.grains.clinic.intake.Recount;
import dev.grains.clinic.intake.Summary;
import java.util.Locale;

/**
 * Whether the cluster has kept what it was told.
 *
 * @param summary what its answers say
 * @param truth what the file says
 * @param findings what the patients say
 * @param registered whether the registries are complete
 * @param toldAgain how many patients had to tell the registries again
 * @param killed how many members were killed
 */
record Verdict(
    Summary summary,
    Recount truth,
    Findings findings,
    boolean registered,
    int toldAgain,
    int killed) {

  boolean verified() {
    return summary.rows() == truth.rows()
        && summary.recorded() == truth.recorded()
        && summary.duplicates() == truth.duplicates()
        && summary.rejected() == truth.rejected()
        && findings.equals(new Findings(truth.patients(), truth.recorded(), 0, 0, 0))
        && registered
        && killed == 1;
  }

  Report report() {
    return Report.of(summary)
        .with("verified", verified())
        .with("membersKilled", (long) killed)
        .with("acknowledged", summary.recorded() + summary.duplicates())
        .with("lost", findings.lost())
        .with("doubled", findings.doubled())
        .with("unexpected", findings.unexpected())
        .with("registries", registered)
        .with("toldRegistriesAgain", (long) toldAgain);
  }

  String text() {
    return String.format(
        Locale.ROOT,
        verified()
            ? "VERIFIED: all %,d observations of %,d patients are there once, %d member killed."
            : "NOT VERIFIED: the file says %,d observations of %,d patients; %d member killed.",
        truth.recorded(),
        truth.patients(),
        killed);
  }
}
