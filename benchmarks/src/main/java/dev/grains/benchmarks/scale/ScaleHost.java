package dev.grains.benchmarks.scale;

/** A JVM with a further member. Runs until its standard input ends. */
final class ScaleHost {

  static final String READY = "READY";

  private ScaleHost() {}

  /**
   * Hosts patients.
   *
   * @param arguments the words of the setting, and the address of a member or nothing
   * @throws Exception if the member cannot be started
   */
  public static void main(String[] arguments) throws Exception {
    try (ScaleMember member = ScaleMember.start(ScaleCase.parse(arguments), arguments[4], "")) {
      System.out.println(READY + " " + member.address());
      while (System.in.read() >= 0) {
        // nobody says anything
      }
    }
    System.exit(0);
  }
}
