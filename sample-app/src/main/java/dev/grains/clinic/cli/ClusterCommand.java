package dev.grains.clinic.cli;

import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the clusters that other commands run. */
@Command(
    name = "cluster",
    description = {
      "Shows members, partitions and active grains of running clusters:",
      "those that 'clinic serve', 'import' and 'demo' run on this machine for this user."
    })
final class ClusterCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Show the cluster that runs with this directory only.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    List<RunningCluster> clusters = wanted().stream().map(RunningCluster::ask).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      Report.line(out, clusters);
    } else {
      clusters.forEach(cluster -> show(cluster, out));
    }
    out.flush();
    return 0;
  }

  private List<ClusterNotice> wanted() {
    String directory = data == null ? null : data.toAbsolutePath().normalize().toString();
    List<ClusterNotice> notices =
        NoticeBoard.ofUser().running().stream()
            .filter(notice -> directory == null || directory.equals(notice.data()))
            .toList();
    if (notices.isEmpty()) {
      throw new CommandFailure(
          "no cluster runs "
              + (directory == null ? "on this machine" : "with the directory " + directory)
              + "; start one with 'clinic serve'",
          null);
    }
    return notices;
  }

  private static void show(RunningCluster cluster, PrintWriter out) {
    out.println(cluster.notice().title());
    out.printf(
        Locale.ROOT, "  %-24s %10s %6s  %s%n", "member", "partitions", "safe", "active grains");
    for (GrainsStatus member : cluster.members()) {
      out.printf(
          Locale.ROOT,
          "  %-24s %10d %6s  %s%n",
          member.member(),
          member.partitionsOwned(),
          member.safe() ? "yes" : "no",
          active(member));
    }
  }

  private static String active(GrainsStatus member) {
    return member.types().stream()
        .map((TypeStatus type) -> String.format(Locale.ROOT, "%s %,d", type.name(), type.active()))
        .reduce((left, right) -> left + ", " + right)
        .orElse("none");
  }
}
