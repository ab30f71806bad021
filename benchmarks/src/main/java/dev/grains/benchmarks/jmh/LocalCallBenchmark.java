package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Place;

/**
 * What does a call to a grain in the same JVM cost, beside the entry processors under it?
 *
 * <p>Command: {@code benchmarks/jmh LocalCallBenchmark}, two and a half minutes; with its state on
 * a backup {@code benchmarks/jmh LocalCallBenchmark -p
 * contender=grains-replicated,hazelcast-backup}.
 */
public class LocalCallBenchmark extends CallBenchmark {

  /** Creates the benchmark. */
  public LocalCallBenchmark() {
    super(Place.LOCAL);
  }
}
