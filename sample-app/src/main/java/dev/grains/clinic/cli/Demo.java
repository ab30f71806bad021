package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.intake.Expectation;
import dev.grains.clinic.intake.Findings;
import dev.grains.clinic.intake.Intake;
import dev.grains.clinic.intake.Ledger;
import dev.grains.clinic.intake.ReadBack;
import dev.grains.clinic.intake.Recount;
import dev.grains.clinic.intake.RegistryCheck;
import dev.grains.clinic.intake.Summary;
import dev.grains.clinic.intake.SureCalls;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import dev.grains.clinic.log.EventLog;
import dev.grains.clinic.members.ClusterClient;
import dev.grains.clinic.members.Fleet;
import dev.grains.clinic.members.FrontDesks;
import dev.grains.clinic.members.MemberProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Three members and a client of theirs. For one run. */
final class Demo implements AutoCloseable {

  private static final int MEMBERS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final Fleet fleet;
  private final ClusterClient client;
  private final NoticeBoard.Posted notice;
  private final SureCalls calls = new SureCalls(PATIENCE);
  private CompletableFuture<Void> replacement = CompletableFuture.completedFuture(null);
  private int killed;

  /** What is acknowledged is counted; what must be there, the file says. */
  private record Rejects(EventLog log) implements Ledger {

    @Override
    public void acknowledged(Entry entry) {}

    @Override
    public void refused(BadRow row) {
      log.refuse(row);
    }
  }

  private Demo(Fleet fleet, ClusterClient client, NoticeBoard.Posted notice) {
    this.fleet = fleet;
    this.client = client;
    this.notice = notice;
  }

  /** Starts the members and waits until each partition has its backup. */
  static Demo start() {
    String name = "clinic-demo-" + UUID.randomUUID();
    Fleet fleet =
        new Fleet(
            Map.of(
                "grains.cluster.name",
                name,
                "grains.store",
                "replicated",
                "grains.backup-count",
                1,
                "spring.autoconfigure.exclude",
                Database.DATA_SOURCE),
            System.err::println);
    try {
      ProgressLine.say("starting " + MEMBERS + " members ...");
      fleet.start(MEMBERS);
      List<String> addresses = fleet.addresses();
      ClusterNotice notice = ClusterNotice.of("demo", StoreKind.REPLICATED, null, name, addresses);
      Demo demo =
          new Demo(
              fleet,
              ClusterClient.connect(name, addresses, PATIENCE),
              NoticeBoard.ofUser().post(notice));
      demo.awaitSafe();
      return demo;
    } catch (RuntimeException failure) {
      Interruption.undisturbed(
          () -> {
            fleet.killAll();
            fleet.close();
          });
      throw failure;
    }
  }

  private void awaitSafe() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!safe(new FrontDesks(client.grains()).ask())) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CommandFailure("interrupted", null);
      }
      if (System.nanoTime() > end) {
        throw new CommandFailure(
            "the members have not formed a safe cluster within " + PATIENCE, null);
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  private static boolean safe(List<GrainsStatus> members) {
    return members.size() == MEMBERS
        && members.stream()
            .allMatch(
                member ->
                    member.members() == MEMBERS && member.safe() && member.partitionsOwned() > 0);
  }

  /** Streams the log, kills a member half-way, and checks what is there in the end. */
  Verdict run(EventLog log, Recount truth, int inFlight, SpillSpace space) {
    Grains grains = client.grains();
    Intake intake =
        new Intake(grains, calls, inFlight, new Rejects(log))
            .after(log.goodRows() / 2, this::replaceOne);
    long start = System.nanoTime();
    ProgressLine.during(
        () -> intake.run(log.entries()), intake.tally(), log.goodRows(), new FrontDesks(grains));
    long nanos = System.nanoTime() - start;
    replacement.join();
    ProgressLine.say("reading every patient back ...");
    Expectation expected = Expectation.of(truth.facts(), true);
    RegistryCheck registries = new RegistryCheck(grains, calls, space);
    boolean registered = registries.run(expected);
    Findings findings = new ReadBack(grains, calls, inFlight).run(expected);
    Summary summary = Summary.of(intake.tally(), log.unreadableRows(), findings.patients(), nanos);
    return new Verdict(summary, truth, findings, registered, registries.toldAgain(), killed);
  }

  // the oldest one: the others have joined the cluster through it, and it leads them
  private void replaceOne() {
    MemberProcess victim = fleet.members().get(0);
    ProgressLine.say("\nkilling member " + victim.pid() + " (SIGKILL), starting another ...");
    victim.kill();
    killed++;
    replacement = CompletableFuture.runAsync(() -> fleet.start(1), task -> thread(task).start());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "replacement");
    thread.setDaemon(true);
    return thread;
  }

  /** Their memory is all that is left: nobody needs to leave in an orderly way. */
  @Override
  public void close() {
    Interruption.undisturbed(
        () -> {
          notice.close();
          client.close();
          fleet.killAll();
          fleet.close();
        });
  }
}
