package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** An empty database on this machine's disk, deleted at the end. */
interface TestDatabase extends AutoCloseable {

  String url();

  @Override
  void close() throws IOException;

  /** Starts {@code postgresql} or {@code h2}. */
  static TestDatabase start(String name) throws IOException, SQLException {
    return switch (name) {
      case "postgresql" -> postgres(Postgres.start());
      case "h2" -> new H2(Files.createTempDirectory("grains-benchmark-h2-"));
      default -> throw new IllegalArgumentException("no such database: " + name);
    };
  }

  private static TestDatabase postgres(Postgres server) {
    return new OfServer(server, server.newDatabase());
  }

  /** PostgreSQL in its own processes. */
  record OfServer(Postgres server, String url) implements TestDatabase {
    @Override
    public void close() {
      server.close();
    }
  }

  /** H2 in this JVM, in a file. */
  record H2(Path directory) implements TestDatabase {
    @Override
    public String url() {
      return "jdbc:h2:file:" + directory.resolve("accounts");
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(H2::delete);
      }
    }

    private static void delete(Path path) {
      try {
        Files.delete(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
