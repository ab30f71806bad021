package dev.grains.jdbc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own on loopback, which keeps what it acknowledges: {@code fsync} and
 * {@code synchronous_commit} are on. It can be stopped hard and started again on the same data and
 * port. Confined to one thread.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "shared_buffers", "128MB",
          "max_connections", "100");

  private final Path home;
  private final Path data;
  private final int port;
  private final Thread cleaner = new Thread(this::killAndDelete);
  private Process process;

  private PostgresServer(Path home) throws IOException {
    this.home = home;
    this.data = home.resolve("data");
    run(
        "initdb",
        "-D",
        data.toString(),
        "-U",
        "grains",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale");
    port = freePort();
    Runtime.getRuntime().addShutdownHook(cleaner);
    process = launch();
  }

  /** Starts a server with an empty database named {@code postgres}. */
  public static PostgresServer start() {
    try {
      return new PostgresServer(PostgresBinaries.worldReadableTemporaryDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }

  // below those that systems give to outgoing connections, which might take it between two starts
  private static int freePort() throws IOException {
    IOException taken = new IOException("no port was tried");
    for (int tries = 0; tries < 100; tries++) {
      int candidate = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        taken = e;
      }
    }
    throw taken;
  }

  /** Returns the port on loopback. */
  public int port() {
    return port;
  }

  /** Returns the JDBC address of the database. */
  public String url() {
    return url("postgres");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=grains";
  }

  /** Creates another, empty database and returns its JDBC address. */
  public String newDatabase(String name) {
    try (Connection connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return url(name);
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be created", e);
    }
  }

  /** Kills every process of the server at once, as a crash of the machine's PostgreSQL would. */
  public void kill() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Stops the server at once, breaking its connections, but leaves its data consistent. */
  public void stop() throws InterruptedException {
    run("pg_ctl", "-D", data.toString(), "-m", "fast", "stop");
    process.waitFor(60, TimeUnit.SECONDS);
  }

  /** Starts the server again on the same data and port, and waits until it takes connections. */
  public void startAgain() {
    if (process.isAlive()) {
      throw new IllegalStateException("PostgreSQL is still running; stop or kill it first");
    }
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started again", e);
    }
  }

  private Process launch() throws IOException {
    List<String> command = command("postgres", "-D", data.toString(), "-p", String.valueOf(port));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    Process started = process(command).start();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> takesConnections(started));
    return started;
  }

  private boolean takesConnections(Process started) throws IOException {
    if (!started.isAlive()) {
      throw new IllegalStateException("PostgreSQL has exited: " + Files.readString(log()));
    }
    try (Connection connection = DriverManager.getConnection(url())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private void run(String... program) {
    try {
      Process running = process(command(program)).start();
      if (!running.waitFor(60, TimeUnit.SECONDS) || running.exitValue() != 0) {
        throw new IllegalStateException(
            Stream.of(program).collect(Collectors.joining(" "))
                + " has failed: "
                + Files.readString(log()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + program[0], e);
    }
  }

  private static List<String> command(String... program) {
    List<String> command = new ArrayList<>(UnprivilegedUser.prefix());
    command.add(PostgresBinaries.program(program[0]));
    command.addAll(List.of(program).subList(1, program.length));
    return command;
  }

  private ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private Path log() {
    return home.resolve("log");
  }

  private void killAndDelete() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    PostgresBinaries.deleteTree(home);
  }

  /** Kills the server and deletes its data. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(cleaner);
    kill();
    PostgresBinaries.deleteTree(home);
  }
}
