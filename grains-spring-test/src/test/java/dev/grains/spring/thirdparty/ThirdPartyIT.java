package dev.grains.spring.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThirdPartyIT {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path home;

  @Test
  void anApplicationThatFollowsTheReadmeRuns() throws Exception {
    Project project = build(true);

    try (Program bank = run(project)) {
      await().atMost(PATIENCE).until(() -> started(bank));
      Matcher port = PORT.matcher(bank.output());
      assertThat(port.find()).as(bank.output()).isTrue();
      String account = "http://127.0.0.1:" + port.group(1) + "/accounts/42";

      assertThat(deposit(account, "payment-1")).isEqualTo("100");
      assertThat(deposit(account, "payment-1")).isEqualTo("100");
      assertThat(deposit(account, "payment-2")).isEqualTo("200");

      bank.terminate();
      bank.await(PATIENCE);
      assertThat(bank.output()).contains("grains stopped").doesNotContain("ERROR");
    }
  }

  private static boolean started(Program bank) throws IOException {
    return PORT.matcher(bank.output()).find() || !bank.running();
  }

  @Test
  void anApplicationThatForgetsHazelcastIsToldWhatToAdd() throws Exception {
    Project project = build(false);

    try (Program bank = run(project)) {
      assertThat(bank.await(PATIENCE)).isOne();
      assertThat(bank.output())
          .contains("Grains need Hazelcast 5.7.0, but Hazelcast 5.5.0 is on the class path.")
          .contains("<hazelcast.version>5.7.0</hazelcast.version>")
          .doesNotContain("\tat ");
    }
  }

  private Project build(boolean withHazelcast) throws Exception {
    Path sources = Path.of("..").toRealPath();
    PrivateRepository repository =
        PrivateRepository.create(
            home.resolve("repository"),
            Path.of(property("local.repository")),
            sources,
            property("target.directory"));
    Project project = new Project(home.resolve("bank"), Readme.read(sources.resolve("README.md")));
    project.write(property("spring-boot.version"), withHazelcast);
    try (Program maven =
        Program.start(
            project.directory(),
            Files.createFile(home.resolve("maven.log")),
            List.of(
                Path.of(property("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + repository.root(),
                "package"))) {
      assertThat(maven.await(PATIENCE)).as(maven.output()).isZero();
    }
    return project;
  }

  private Program run(Project project) throws IOException {
    return Program.start(
        home,
        Files.createFile(home.resolve("bank.log")),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            project.jar().toString(),
            "--server.port=0",
            "--server.address=127.0.0.1"));
  }

  private static String deposit(String account, String idempotencyKey) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(account + "/deposits?cents=100"))
                .POST(BodyPublishers.noBody())
                .header("Idempotency-Key", idempotencyKey)
                .timeout(PATIENCE)
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError("run by Maven, which sets " + name);
    }
    return value;
  }
}
