package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.ACCOUNT;
import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.deposit;
import static dev.grains.jdbc.Accounts.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.jdbc.Accounts.Fold;
import dev.grains.spi.CommitResult.Committed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DurabilityTests {

  private static JdbcGrainStore open(String file) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=60000");
    return JdbcGrainStore.create(dataSource);
  }

  /** Commits for ever and tells each commit that is acknowledged. */
  public static void main(String[] arguments) {
    JdbcDataSource kept = new JdbcDataSource();
    kept.setUrl("jdbc:h2:file:" + arguments[0] + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=60000");
    JdbcGrainStore store = JdbcGrainStore.create(kept);
    for (int version = 0; ; version++) {
      if (!store
          .commit(List.of(commit(ACCOUNT, "a", version, deposit(1))))
          .equals(List.of(Committed.INSTANCE))) {
        throw new IllegalStateException("version " + version + " was not committed");
      }
      System.out.println(version + 1);
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterTheProcessWasKilled(@TempDir Path directory)
      throws Exception {
    String file = directory.resolve("grains").toString();
    Path acknowledged = directory.resolve("acknowledged");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                H2DurabilityTests.class.getName(),
                file)
            .redirectOutput(acknowledged.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !process.isAlive() || Files.size(acknowledged) > 60);
    } finally {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    List<String> versions = Files.readAllLines(acknowledged);
    long last = Long.parseLong(versions.get(versions.size() - 1));
    assertThat(last).isGreaterThanOrEqualTo(20);
    assertThat(open(file).load(ACCOUNT, id("a"), new Fold()).version()).isBetween(last, last + 1);
  }

  @Test
  void aUserWithoutAdminRightsIsWarnedAndWorks(@TempDir Path directory) throws Exception {
    JdbcDataSource owner = new JdbcDataSource();
    owner.setUrl("jdbc:h2:file:" + directory.resolve("grains"));
    owner.setUser("sa");
    JdbcGrainStore.create(owner);
    TestDatabase.execute(owner, "create user plain password 'plain'");
    TestDatabase.execute(owner, "grant all on schema public to plain");
    JdbcDataSource plain = new JdbcDataSource();
    plain.setUrl(owner.getUrl());
    plain.setUser("plain");
    plain.setPassword("plain");

    try (Connection open = owner.getConnection();
        CapturedLog log = new CapturedLog(H2Dialect.class)) {
      JdbcGrainStore store = JdbcGrainStore.create(plain);

      assertThat(store.commit(List.of(commit(ACCOUNT, "a", 0, deposit(1)))))
          .containsExactly(Committed.INSTANCE);
      assertThat(log.messages()).singleElement().asString().contains("grant the user admin rights");
      assertThat(open.isValid(5)).isTrue();
    }
  }
}
