package dev.grains.clinic.cli;

import dev.grains.clinic.files.FileReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * The database of a store, as the application is told of it: in this JVM, and in the members that
 * it starts, which reach the file of H2 through this JVM and by a name that nobody can guess.
 */
final class Database implements AutoCloseable {

  /** The auto-configuration that a clinic without a database must not have. */
  static final String DATA_SOURCE =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

  private static final String FILE = "clinic";

  /**
   * Space is used again at once, since the store forces each group to disk itself, and tidied up at
   * the end; a clinic closes its database itself, also when it is interrupted; errors are told, not
   * traced to a file beside the database.
   */
  private static final String H2_OPTIONS =
      ";RETENTION_TIME=0;MAX_COMPACT_TIME=2000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private static final String LOOPBACK = "127.0.0.1";
  private static final String URL = "spring.datasource.url";
  private static final String USER = "spring.datasource.username";
  private static final String PASSWORD = "spring.datasource.password";

  private final Map<String, Object> here;
  private final Map<String, Object> inMembers;
  private final @Nullable Server server;

  private Database(
      Map<String, Object> here, Map<String, Object> inMembers, @Nullable Server server) {
    this.here = here;
    this.inMembers = inMembers;
    this.server = server;
  }

  /**
   * Opens the database of a store.
   *
   * @param options which store
   * @param shared whether other members use it as well
   */
  static Database open(StoreOptions options, boolean shared) {
    return switch (options.kind()) {
      case H2 -> h2(options.data(), shared);
      case POSTGRES -> postgres(options.url());
      case REPLICATED -> none();
    };
  }

  private static Database none() {
    Map<String, Object> settings =
        Map.of("grains.store", "replicated", "spring.autoconfigure.exclude", DATA_SOURCE);
    return new Database(settings, settings, null);
  }

  private static Database postgres(String url) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("grains.store", "jdbc");
    settings.put(URL, url);
    String password = System.getenv("CLINIC_PASSWORD");
    if (password != null) {
      settings.put(PASSWORD, password);
    }
    return new Database(settings, settings, null);
  }

  private static Database h2(Path directory, boolean shared) {
    try {
      Files.createDirectories(directory);
      if (!Files.isWritable(directory)) {
        throw new AccessDeniedException(directory.toString());
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "the directory " + directory + " cannot be used: " + FileReason.of(e), e);
    }
    String file = directory.resolve(FILE).toString();
    Map<String, Object> here = h2Settings("jdbc:h2:file:" + file + H2_OPTIONS);
    if (!shared) {
      return new Database(here, here, null);
    }
    String secret = UUID.randomUUID().toString();
    Server server = server(secret, file);
    String url = "jdbc:h2:tcp://" + LOOPBACK + ":" + server.getPort() + "/" + secret;
    return new Database(here, h2Settings(url), server);
  }

  private static Map<String, Object> h2Settings(String url) {
    return Map.of("grains.store", "jdbc", URL, url, USER, "sa", PASSWORD, "");
  }

  private static Server server(String secret, String file) {
    System.setProperty("h2.bindAddress", LOOPBACK);
    try {
      return Server.createTcpServer(
              "-tcpPort", "0", "-ifExists", "-key", secret, file, "-tcpPassword", secret)
          .start();
    } catch (SQLException e) {
      throw new CommandFailure("the H2 store cannot be shared with members: " + e.getMessage(), e);
    }
  }

  /** The properties of the application in this JVM. */
  Map<String, Object> here() {
    return here;
  }

  /** The properties of the application in the members that this JVM starts. */
  Map<String, Object> inMembers() {
    return inMembers;
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }
}
