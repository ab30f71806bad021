package dev.grains.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import dev.grains.Grains;
import dev.grains.spring.GrainScan;
import dev.grains.spring.Http;
import dev.grains.spring.TestMember;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern METER =
      Pattern.compile("^\\| `(grains[.a-z]+)` \\|[^|]*\\| (\\w+) \\|", Pattern.MULTILINE);
  private static final Pattern METRIC = Pattern.compile("\\bgrains_[a-z_]+");
  private static final Map<String, String> SUFFIXES =
      Map.of("counter", "_total", "gauge", "", "timer", "_seconds_count", "summary", "_count");

  private final ConfigurableApplicationContext application =
      TestMember.builder("prometheus", List.of(), MeasuredBank.class)
          .run(
              "--server.port=0",
              "--server.address=127.0.0.1",
              "--management.endpoints.web.exposure.include=prometheus,grains,health",
              "--management.endpoint.health.show-details=always",
              "--management.endpoint.grains.access=unrestricted",
              "--management.endpoint.grains.show-state=always",
              "--spring.datasource.generate-unique-name=true",
              "--grains.lanes.calls=1");
  private final Http http = new Http(application);

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = {Bank.class, Gate.class})
  @Import(Bank.class)
  static class MeasuredBank {}

  /** One call is under way, one waits in the lane, and there is no room for a third. */
  @BeforeAll
  void refuseACall() {
    Gate gate = application.getBean(Grains.class).get(Gate.class, "1");

    CompletionStage<String> underWay = gate.pass();
    CompletionStage<String> waiting = gate.pass();
    assertThatThrownBy(gate::pass).isInstanceOf(GrainOverloadedException.class);

    GateGrain.OPEN.countDown();
    assertThat(underWay).succeedsWithin(PATIENCE).isEqualTo("passed");
    assertThat(waiting).succeedsWithin(PATIENCE).isEqualTo("passed");
  }

  @AfterAll
  void close() {
    application.close();
  }

  @Test
  void seesEveryMeterOfTheDocument() throws IOException {
    Set<String> expected = new TreeSet<>();
    Matcher meter = METER.matcher(Files.readString(DOCS.resolve("metrics.md")));
    while (meter.find()) {
      expected.add(meter.group(1).replace('.', '_') + SUFFIXES.get(meter.group(2)));
    }

    Scrape scrape = scrape();

    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(scrape.names()).containsAll(expected);
    assertThat(scrape.names())
        .contains("grains_call_seconds_count", "grains_handler_seconds_count");
  }

  @Test
  void seesEveryMetricOfTheDashboard() throws IOException {
    String dashboard = Files.readString(DOCS.resolve("grafana").resolve("grains.json"));
    Set<String> asked =
        METRIC.matcher(dashboard).results().map(found -> found.group()).collect(Collectors.toSet());

    assertThat(JsonMapper.shared().readTree(dashboard).path("panels").size()).isGreaterThan(15);
    assertThat(asked).hasSizeGreaterThan(20);
    assertThat(scrape().names()).containsAll(asked);
  }

  private Scrape scrape() throws IOException {
    Grains grains = application.getBean(Grains.class);
    grains.get(Account.class, "42").deposit(100);
    grains.get(Account.class, "42").balance();
    var response = http.get("/actuator/prometheus");
    assertThat(response.statusCode()).isEqualTo(200);
    return Scrape.parse(response.body());
  }

  @Test
  void theEndpointIsThereOverHttp() throws IOException {
    application.getBean(Grains.class).get(Account.class, "http").deposit(100);

    assertThat(http.get("/actuator/grains").body()).contains("\"storage\":\"JdbcGrainStore\"");
    assertThat(http.get("/actuator/grains/account").body()).contains("\"maxActive\":10000");
    assertThat(http.get("/actuator/grains/nobody").statusCode()).isEqualTo(404);
    assertThat(http.get("/actuator/grains/account/http").body())
        .contains("\"active\":true", "\"version\":1", "\"state\":{\"cents\":99}");
    assertThat(http.delete("/actuator/grains/account/http").statusCode()).isEqualTo(204);
    await()
        .untilAsserted(
            () ->
                assertThat(http.get("/actuator/grains/account/http").body())
                    .contains("\"active\":false"));
  }

  @Test
  void theEndpointKnowsWhatItDoesNotKnow() throws IOException {
    String tooLong = "k".repeat(GrainId.MAX_KEY_LENGTH + 1);

    assertThat(http.get("/actuator/grains/nobody/42").statusCode()).isEqualTo(404);
    assertThat(http.delete("/actuator/grains/nobody/42").statusCode()).isEqualTo(400);
    assertThat(http.get("/actuator/grains/account/" + tooLong).statusCode()).isEqualTo(400);
    assertThat(http.delete("/actuator/grains/account/" + tooLong).statusCode()).isEqualTo(400);
    assertThat(http.get("/actuator/grains/account/never-called").body())
        .contains("\"active\":false", "\"version\":0");
    assertThat(http.delete("/actuator/grains/account/never-called").statusCode()).isEqualTo(204);
  }

  @Test
  void healthIsThereOverHttp() throws IOException {
    assertThat(http.get("/actuator/health").body())
        .contains("\"clusterSize\":1", "\"stores\":{\"grainsJdbcStore\":\"reachable\"}");
  }
}
