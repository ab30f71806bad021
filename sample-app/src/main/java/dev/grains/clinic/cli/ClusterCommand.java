package dev.grains.clinic.cli;

import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.clinic.members.ClusterClient;
import dev.grains.clinic.members.FrontDesks;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the cluster that another command runs. */
@Command(
    name = "cluster",
    description = {
      "Shows members, partitions and active grains of a running cluster.",
      "It is the one that 'clinic serve' or 'clinic import' runs with the same directory."
    })
final class ClusterCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;
  @Mixin private StoreOptions store;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    ClusterNotice notice = ClusterNotice.read(store.data());
    List<GrainsStatus> members;
    try (ClusterClient client = connect(notice)) {
      members = new FrontDesks(client.grains()).ask();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      Report.line(out, members);
      return 0;
    }
    out.printf(
        Locale.ROOT, "%-24s %10s %6s  %s%n", "member", "partitions", "safe", "active grains");
    for (GrainsStatus member : members) {
      out.printf(
          Locale.ROOT,
          "%-24s %10d %6s  %s%n",
          member.member(),
          member.partitionsOwned(),
          member.safe() ? "yes" : "no",
          active(member));
    }
    out.flush();
    return 0;
  }

  private static ClusterClient connect(ClusterNotice notice) {
    try {
      return ClusterClient.connect(notice.cluster(), List.of(notice.address()), PATIENCE);
    } catch (IllegalStateException unreachable) {
      throw new CommandFailure(
          "the cluster that " + notice.file() + " tells of cannot be reached: it has ended",
          unreachable);
    }
  }

  private static String active(GrainsStatus member) {
    return member.types().stream()
        .map((TypeStatus type) -> String.format(Locale.ROOT, "%s %,d", type.name(), type.active()))
        .reduce((left, right) -> left + ", " + right)
        .orElse("none");
  }
}
