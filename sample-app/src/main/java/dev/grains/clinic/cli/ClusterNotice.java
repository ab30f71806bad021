package dev.grains.clinic.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What other commands on this machine are told of a running cluster.
 *
 * @param pid the process that has started it
 * @param started when that process started: the system gives numbers of processes again
 * @param command the command that the process runs
 * @param store where patients are kept
 * @param data the directory of the clinic; null for a demo, which has none
 * @param cluster the name of the cluster
 * @param addresses where members of it listen, as host:port
 */
record ClusterNotice(
    long pid,
    @Nullable Instant started,
    String command,
    StoreKind store,
    @Nullable String data,
    String cluster,
    List<String> addresses) {

  private static final Duration SAME_START = Duration.ofMinutes(1);

  /** A notice of a cluster that this process has started. */
  static ClusterNotice of(
      String command,
      StoreKind store,
      @Nullable Path data,
      String cluster,
      List<String> addresses) {
    ProcessHandle self = ProcessHandle.current();
    return new ClusterNotice(
        self.pid(),
        self.info().startInstant().orElse(null),
        command,
        store,
        data == null ? null : data.toString(),
        cluster,
        addresses);
  }

  /** Whether the process that has started the cluster is still there. */
  boolean running() {
    return ProcessHandle.of(pid)
        .filter(process -> started == null || sameStart(process))
        .isPresent();
  }

  private boolean sameStart(ProcessHandle process) {
    // two programs may read it differently when the clock is set in between
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(SAME_START) < 0)
        .orElse(true);
  }

  /** The cluster in words. */
  String title() {
    return command
        + " (process "
        + pid
        + "), "
        + (store == StoreKind.REPLICATED
            ? "patients in memory"
            : store.name().toLowerCase(Locale.ROOT))
        + (data == null ? "" : ", " + data);
  }
}
