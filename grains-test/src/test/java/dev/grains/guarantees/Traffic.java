package dev.grains.guarantees;

import dev.grains.CallTimeoutException;
import dev.grains.GrainException;
import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that send commands to ledgers through all members, and keep their own books of it. */
final class Traffic {

  /** The books of one ledger: what was acknowledged, and what may have happened besides. */
  static final class Book {
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong unknown = new AtomicLong();
  }

  private final GrainCluster cluster;
  private final String name;
  private final int grainsOfEachKind;
  private final ConcurrentHashMap<String, Book> books = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong left;
  private final CountDownLatch done;
  private final AtomicLong refused = new AtomicLong();
  private final List<Throwable> surprises = new ArrayList<>();

  /**
   * Prepares the threads.
   *
   * @param name part of the keys of the ledgers, so that they belong to this traffic alone
   */
  Traffic(GrainCluster cluster, String name, int grainsOfEachKind, int callers, long commands) {
    this.cluster = cluster;
    this.name = name;
    this.grainsOfEachKind = grainsOfEachKind;
    this.left = new AtomicLong(commands);
    this.done = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      int number = i;
      threads.add(new Thread(() -> run(number), "traffic-" + i));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  boolean running() {
    return done.getCount() > 0;
  }

  long commandsLeft() {
    return Math.max(0, left.get());
  }

  /** Waits for the end; returns what went wrong in an unexpected way. */
  List<Throwable> await(long seconds) throws InterruptedException {
    if (!done.await(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("traffic has not ended, " + commandsLeft() + " commands are left");
    }
    synchronized (surprises) {
      return List.copyOf(surprises);
    }
  }

  private void run(int number) {
    Random random = new Random(number);
    String caller = "caller-" + number;
    long sequence = 0;
    try {
      while (left.getAndDecrement() > 0) {
        sequence++;
        int grain = random.nextInt(2 * grainsOfEachKind);
        call(caller, sequence, grain, member(number));
      }
    } catch (Throwable surprise) {
      synchronized (surprises) {
        surprises.add(surprise);
      }
    } finally {
      done.countDown();
    }
  }

  private Grains member(int number) {
    List<Grains> members = cluster.members();
    return members.get(number % members.size());
  }

  private void call(String caller, long sequence, int grain, Grains through) {
    Book book = books.computeIfAbsent(name(grain), key -> new Book());
    try {
      ledger(through, grain).count(caller, sequence);
      book.acknowledged.incrementAndGet();
    } catch (CallTimeoutException unknown) {
      book.unknown.incrementAndGet();
    } catch (GrainException notDone) {
      refused.incrementAndGet();
    }
  }

  private String name(int grain) {
    String kind = grain < grainsOfEachKind ? "-computing-" : "-blocking-";
    return name + kind + grain % grainsOfEachKind;
  }

  Ledger ledger(Grains through, int grain) {
    Class<? extends Ledger> contract =
        grain < grainsOfEachKind ? ComputingLedger.class : BlockingLedger.class;
    return through.get(contract, name(grain));
  }

  int grains() {
    return 2 * grainsOfEachKind;
  }

  Book book(int grain) {
    return books.computeIfAbsent(name(grain), key -> new Book());
  }

  long acknowledged() {
    return books.values().stream().mapToLong(book -> book.acknowledged.get()).sum();
  }

  long unknown() {
    return books.values().stream().mapToLong(book -> book.unknown.get()).sum();
  }

  @Override
  public String toString() {
    return acknowledged() + " acknowledged, " + unknown() + " unknown, " + refused + " refused";
  }
}
