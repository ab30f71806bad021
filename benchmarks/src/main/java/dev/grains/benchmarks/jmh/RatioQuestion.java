package dev.grains.benchmarks.jmh;

import java.util.List;

/**
 * A ratio of two contenders in one benchmark.
 *
 * @param title what is asked
 * @param benchmark class and method
 * @param grains the contender of Grains
 * @param raw the entry processor that it is held against
 * @param least the ratio that is wanted
 */
record RatioQuestion(String title, String benchmark, String grains, String raw, double least) {

  private static final String LOCAL = "LocalCallBenchmark.command256";
  private static final String HOT = "HotGrainBenchmark.command256";

  static final List<RatioQuestion> ALL =
      List.of(
          new RatioQuestion("@NonBlocking, local / inline", LOCAL, "grains", "hazelcast", 0.80),
          new RatioQuestion(
              "@NonBlocking, local / inline, completed on a thread of the caller",
              LOCAL,
              "grains",
              "hazelcast-reply",
              0.80),
          new RatioQuestion(
              "@NonBlocking, remote / inline",
              "RemoteCallBenchmark.command256",
              "grains",
              "hazelcast",
              0.70),
          new RatioQuestion(
              "@NonBlocking, replicated / inline with a sync backup",
              LOCAL,
              "grains-replicated",
              "hazelcast-backup",
              0.70),
          new RatioQuestion(
              "blocking / Offloadable beside its entry",
              LOCAL,
              "grains-blocking",
              "hazelcast-offload",
              1),
          new RatioQuestion(
              "blocking / Offloadable that changes its entry",
              LOCAL,
              "grains-blocking",
              "hazelcast-offload-entry",
              1),
          new RatioQuestion(
              "query, one caller / ReadOnly",
              "LocalCallBenchmark.query1",
              "grains",
              "hazelcast",
              20),
          new RatioQuestion(
              "one hot grain / an entry processor for each command", HOT, "grains", "hazelcast", 5),
          new RatioQuestion(
              "one hot grain, replicated / the same with a sync backup",
              HOT,
              "grains-replicated",
              "hazelcast-backup",
              5));
}
