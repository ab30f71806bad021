package dev.grains.clinic.cli;

import dev.grains.GrainsStatus;
import dev.grains.clinic.members.ClusterClient;
import dev.grains.clinic.members.FrontDesks;
import java.time.Duration;
import java.util.List;

/**
 * A cluster that another command runs, and how its members are.
 *
 * @param notice what is told of it
 * @param members what its members say
 */
record RunningCluster(ClusterNotice notice, List<GrainsStatus> members) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static RunningCluster ask(ClusterNotice notice) {
    try (ClusterClient client = connect(notice)) {
      return new RunningCluster(notice, new FrontDesks(client.grains()).ask());
    }
  }

  static ClusterClient connect(ClusterNotice notice) {
    try {
      return ClusterClient.connect(notice.cluster(), notice.addresses(), PATIENCE);
    } catch (IllegalStateException unreachable) {
      throw new CommandFailure(
          "the cluster of "
              + notice.title()
              + " cannot be reached at "
              + notice.addresses()
              + ": it is starting or ending; try again",
          unreachable);
    }
  }
}
