package dev.grains.benchmarks.scale;

import java.util.List;

/**
 * One setting of the scale run.
 *
 * @param patients how many grains are touched
 * @param maxActive how many may be in the memory of a member
 * @param database whether they are kept in PostgreSQL, and not in cluster memory
 * @param members how many JVMs host them
 */
record ScaleCase(int patients, int maxActive, boolean database, int members) {

  private static final int ROOM = 10_000;

  /** Every setting, the small ones first. */
  static List<ScaleCase> all(int most) {
    int tenth = most / 10;
    int hundredth = most / 100;
    int room = Math.min(ROOM, hundredth);
    return List.of(
        new ScaleCase(hundredth, hundredth, false, 1),
        new ScaleCase(tenth, tenth, false, 1),
        new ScaleCase(most, most, false, 1),
        new ScaleCase(tenth, room, false, 1),
        new ScaleCase(most, room, false, 1),
        new ScaleCase(hundredth, hundredth, true, 1),
        new ScaleCase(tenth, tenth, true, 1),
        new ScaleCase(most, most, true, 1),
        new ScaleCase(tenth, room, true, 1),
        new ScaleCase(most, room, true, 1),
        new ScaleCase(tenth, tenth, false, 2),
        new ScaleCase(tenth, tenth, false, 3));
  }

  String store() {
    return database ? "PostgreSQL" : "cluster memory, 1 backup";
  }

  /** Returns the flags for the heap of each member, so that all fit into one machine. */
  List<String> heapFlags() {
    return members == 1 ? List.of("-Xms8g", "-Xmx8g") : List.of("-Xms3g", "-Xmx3g");
  }

  List<String> words() {
    return List.of(
        Integer.toString(patients),
        Integer.toString(maxActive),
        Boolean.toString(database),
        Integer.toString(members));
  }

  static ScaleCase parse(String[] words) {
    return new ScaleCase(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Boolean.parseBoolean(words[2]),
        Integer.parseInt(words[3]));
  }
}
