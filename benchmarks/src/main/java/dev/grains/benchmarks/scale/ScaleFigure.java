package dev.grains.benchmarks.scale;

/**
 * What one pass over all patients showed.
 *
 * @param setting the setting
 * @param pass 1 creates them in order, 2 touches them again scattered
 * @param perSecond touches a second
 * @param p99Micros the latency that 1 in 100 exceeds
 * @param active how many were in the memory of the calling member at the end
 * @param heapMebibytes the heap of that member in use at the end, after a collection
 * @param gcMillis how long its collector stopped it
 */
record ScaleFigure(
    ScaleCase setting,
    int pass,
    long perSecond,
    long p99Micros,
    int active,
    long heapMebibytes,
    long gcMillis) {

  String line() {
    return String.join(
        " ",
        Integer.toString(pass),
        Long.toString(perSecond),
        Long.toString(p99Micros),
        Integer.toString(active),
        Long.toString(heapMebibytes),
        Long.toString(gcMillis));
  }

  static ScaleFigure parse(ScaleCase setting, String line) {
    String[] words = line.split(" ", 6);
    return new ScaleFigure(
        setting,
        Integer.parseInt(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Integer.parseInt(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]));
  }
}
