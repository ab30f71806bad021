package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Place;

/**
 * What does a call to a grain in another JVM cost, beside the entry processors under it? The
 * benchmark starts that JVM.
 *
 * <p>Command: {@code benchmarks/jmh RemoteCallBenchmark}, two and a half minutes; with its state on
 * a backup {@code benchmarks/jmh RemoteCallBenchmark -p
 * contender=grains-replicated,hazelcast-backup}.
 */
public class RemoteCallBenchmark extends CallBenchmark {

  /** Creates the benchmark. */
  public RemoteCallBenchmark() {
    super(Place.REMOTE);
  }
}
