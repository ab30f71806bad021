package dev.grains.benchmarks.scale;

import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Load;
import dev.grains.benchmarks.load.Outcome;
import dev.grains.benchmarks.load.Session;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The JVM whose member calls: two passes over all patients, 256 calls in flight. */
final class ScaleWorker {

  static final String RESULT = "RESULT";
  static final int PASSES = 2;

  private static final int IN_FLIGHT = 256;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final ScaleCase setting;
  private final ScaleMember member;
  private final Session session;

  private ScaleWorker(ScaleCase setting, ScaleMember member, Session session) {
    this.setting = setting;
    this.member = member;
    this.session = session;
  }

  /**
   * Runs one setting and tells its figures.
   *
   * @param arguments the words of the setting, the address of a member or nothing, the JDBC URL or
   *     nothing
   * @throws Exception if a call fails or the total is wrong
   */
  public static void main(String[] arguments) throws Exception {
    ScaleCase setting = ScaleCase.parse(arguments);
    ScaleMember member = ScaleMember.start(setting, arguments[4], arguments[5]);
    PatientCalls calls = new PatientCalls(member, setting.patients());
    try (Session session = new Session(calls)) {
      ScaleWorker worker = new ScaleWorker(setting, member, session);
      session.run(
          new Load(Work.COUNT, setting.patients(), PatientCalls.WARM, IN_FLIGHT),
          Limit.after(WARM_UP));
      ScaleFigure first = worker.pass(1);
      calls.scatter();
      ScaleFigure second = worker.pass(2);
      session.verify();
      System.out.println(RESULT + " " + first.line());
      System.out.println(RESULT + " " + second.line());
    }
    System.exit(0);
  }

  private ScaleFigure pass(int pass) throws Exception {
    long gcBefore = gcMillis();
    Load load = new Load(Work.COUNT, 0, setting.patients(), IN_FLIGHT);
    Outcome outcome = session.run(load, Limit.calls(setting.patients()));
    long gc = gcMillis() - gcBefore;
    return new ScaleFigure(
        setting,
        pass,
        Math.round(outcome.perSecond()),
        outcome.latencies().percentile(0.99) / 1_000,
        member.active(),
        usedHeap() >> 20,
        gc);
  }

  private static long usedHeap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
