package dev.grains.spring;

/** There is another Hazelcast on the class path than the one that grains need. */
final class HazelcastVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HazelcastVersionException(String found) {
    super(
        "Grains need Hazelcast "
            + HazelcastVersionCheck.REQUIRED
            + ", but Hazelcast "
            + found
            + " is on the class path.");
  }
}
