package dev.grains.benchmarks.run;

import dev.grains.benchmarks.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a run was asked for.
 *
 * @param quick whether it only shows that everything works
 * @param variants whether those take part that are another one with one thing changed
 * @param pace how much is measured
 * @param peers the entrants, or the libraries whose entrants take part; none for everybody
 * @param jvmFlags the flags of the JVMs that are measured
 * @param root the directory of the project
 * @param commit the commit that is measured
 * @param axon5Java the {@code java} program of Axon 5, empty if there is none
 * @param axon5Classpath the class path of Axon 5, empty if there is none
 * @param docs whether the table goes into the documentation
 */
record RunOptions(
    boolean quick,
    boolean variants,
    Pace pace,
    List<String> peers,
    List<String> jvmFlags,
    Path root,
    String commit,
    String axon5Java,
    String axon5Classpath,
    boolean docs) {

  static final String USAGE =
      "usage: benchmarks/run [--quick] [--variants] [--rounds N] [--seconds SECONDS]"
          + " [--warmup SECONDS] [--jvm FLAG] [--docs] [peer...]";

  static RunOptions parse(List<String> words) {
    boolean quick = words.contains("--quick");
    boolean docs = words.contains("--docs");
    Pace pace = quick ? Pace.QUICK : Pace.FULL;
    int rounds = pace.rounds();
    Duration warmup = pace.warmup();
    Duration measured = pace.measured();
    List<String> peers = new ArrayList<>();
    List<String> jvmFlags = new ArrayList<>(JvmCommand.MEASURED_FLAGS);
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--quick", "--docs", "--variants" -> {}
        case "--rounds" -> rounds = Integer.parseInt(value(rest, word));
        case "--warmup" -> warmup = seconds(value(rest, word));
        case "--jvm" -> jvmFlags.add(value(rest, word));
        case "--seconds" -> measured = seconds(value(rest, word));
        default -> peers.add(peer(word));
      }
    }
    return new RunOptions(
        quick,
        words.contains("--variants"),
        new Pace(rounds, warmup, pace.settle(), measured),
        List.copyOf(peers),
        List.copyOf(jvmFlags),
        Path.of(System.getProperty("benchmark.root", ".")),
        System.getProperty("benchmark.commit", "unknown"),
        System.getProperty("benchmark.axon5.java", ""),
        System.getProperty("benchmark.axon5.classpath", ""),
        docs);
  }

  /** Returns who takes part. */
  List<Entrant> entrants() {
    return Entrants.ALL.stream()
        .filter(entrant -> peers.isEmpty() ? unnamed(entrant) : named(entrant))
        .toList();
  }

  private boolean unnamed(Entrant entrant) {
    return (variants || !Entrants.variant(entrant)) && !(quick && Entrants.notQuick(entrant));
  }

  private boolean named(Entrant entrant) {
    return peers.contains(entrant.id()) || peers.contains(entrant.peer());
  }

  private static String peer(String word) {
    boolean known =
        Entrants.ALL.stream()
            .anyMatch(entrant -> entrant.id().equals(word) || entrant.peer().equals(word));
    if (!known) {
      throw new IllegalArgumentException(
          word
              + " is none of "
              + String.join(", ", Entrants.ALL.stream().map(Entrant::id).toList()));
    }
    return word;
  }

  private static String value(Iterator<String> rest, String word) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(word + " needs a value");
    }
    return rest.next();
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
  }
}
