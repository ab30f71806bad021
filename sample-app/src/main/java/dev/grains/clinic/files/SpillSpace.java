package dev.grains.clinic.files;

import java.nio.file.Path;

/**
 * Where a sort keeps what it puts in order.
 *
 * @param directory the directory of its files
 * @param memory how many bytes it holds in memory before it writes them to a file
 */
public record SpillSpace(Path directory, long memory) {

  private static final int SHARE = 16;
  private static final long MOST = 256L << 20;

  /**
   * A directory, and a small share of the memory of this JVM: a few sorts are under way at once.
   */
  public static SpillSpace in(Path directory) {
    return new SpillSpace(directory, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE));
  }
}
