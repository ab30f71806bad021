package dev.grains.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How to start a program that refuses to run as root. */
final class UnprivilegedUser {

  private static final List<List<String>> WAYS =
      List.of(
          List.of(),
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
          List.of("unshare", "-U"));

  private static final class Found {
    static final List<String> PREFIX = find();
  }

  private UnprivilegedUser() {}

  /** Returns what to put in front of a command; nothing for an ordinary user. */
  static List<String> prefix() {
    return Found.PREFIX;
  }

  private static List<String> find() {
    return WAYS.stream()
        .filter(UnprivilegedUser::works)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "PostgreSQL refuses to run as root, and neither setpriv nor unshare can start"
                        + " it as somebody else; run the tests as an ordinary user"));
  }

  private static boolean works(List<String> way) {
    List<String> command = new java.util.ArrayList<>(way);
    command.addAll(List.of("id", "-u"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String user = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !user.equals("0");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
