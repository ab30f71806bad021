package dev.grains.clinic.intake;

import dev.grains.clinic.files.Group;
import dev.grains.clinic.files.Groups;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.files.SpillingSort;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import dev.grains.clinic.log.EventLog;
import java.util.Comparator;
import java.util.Iterator;

/**
 * What patients have acknowledged of a log, whether that fits into memory or not. They must show it
 * when they are read, whatever else they show. What they have refused goes back to the log.
 */
public final class Told implements Ledger, Expectation, AutoCloseable {

  private final EventLog log;
  private final SpillingSort<PatientFact> facts;

  /** Creates a ledger for a log of which nothing has been told yet. */
  public Told(EventLog log, SpillSpace space) {
    this.log = log;
    facts =
        new SpillingSort<>(
            PatientFact.class,
            PatientFact::weight,
            Comparator.comparing(PatientFact::patient),
            space);
  }

  @Override
  public void acknowledged(Entry entry) {
    facts.add(new PatientFact(entry.patient(), Fact.of(entry.observation())));
  }

  @Override
  public void refused(BadRow row) {
    log.refuse(row);
  }

  @Override
  public Iterator<Group<Fact>> iterator() {
    return new Groups<>(facts.iterator(), PatientFact::patient, PatientFact::fact);
  }

  @Override
  public boolean complete() {
    return false;
  }

  @Override
  public void close() {
    facts.close();
  }
}
