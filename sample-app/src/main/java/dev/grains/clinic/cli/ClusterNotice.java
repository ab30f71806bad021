package dev.grains.clinic.cli;

import com.hazelcast.cluster.Address;
import dev.grains.Grains;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that tells other commands on this machine where a running cluster is. It is there as long
 * as the command that has started the cluster runs.
 *
 * @param file the file
 * @param cluster the name of the cluster
 * @param address where a member of it listens, as host:port
 */
record ClusterNotice(Path file, String cluster, String address) {

  private static final String NAME = "cluster.json";

  private record Content(String cluster, String address) {}

  /** Writes a notice into the directory of a clinic. */
  static ClusterNotice post(Path directory, Grains grains) {
    Path file = directory.resolve(NAME);
    Address local = grains.hazelcast().getCluster().getLocalMember().getAddress();
    Content content =
        new Content(
            grains.hazelcast().getConfig().getClusterName(),
            local.getHost() + ":" + local.getPort());
    try {
      Files.createDirectories(directory);
      JsonMapper.shared().writeValue(file, content);
    } catch (IOException | JacksonException e) {
      throw new CommandFailure(file + " cannot be written: " + e.getMessage(), e);
    }
    file.toFile().deleteOnExit();
    return new ClusterNotice(file, content.cluster(), content.address());
  }

  /** Reads the notice in the directory of a clinic. */
  static ClusterNotice read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      throw new CommandFailure(
          "no cluster runs with the directory "
              + directory
              + "; start one with 'clinic serve', or name another directory with --data",
          null);
    }
    try {
      Content content = JsonMapper.shared().readValue(file, Content.class);
      return new ClusterNotice(file, content.cluster(), content.address());
    } catch (JacksonException e) {
      throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Takes the notice away, and the directory if nothing else is in it. */
  void remove() {
    try {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    } catch (DirectoryNotEmptyException | NoSuchFileException stays) {
      // the store is in it, or somebody was faster
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
