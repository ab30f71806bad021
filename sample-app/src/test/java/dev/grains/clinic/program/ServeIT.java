package dev.grains.clinic.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(180)
class ServeIT {

  private static final String SERVING = "serving ";
  private static final String HDL =
      "{\"at\":\"2020-01-01T00:00:00Z\",\"kind\":\"lab\",\"name\":\"hdl\",\"value\":%s}";

  @TempDir static Path directory;
  private static Program program;
  private static String address;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    program = Program.start(directory, "serve", "--port", "0");
    await().atMost(Duration.ofMinutes(2)).until(() -> program.out().startsWith(SERVING));
    address = program.out().strip().substring(SERVING.length());
  }

  @AfterAll
  static void stop() throws Exception {
    try (Program serving = program) {
      serving.interrupt();
      serving.exitCode(Duration.ofMinutes(1));
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String patient, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/patients/" + patient + "/observations"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static String etag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void recordsAndShowsAPatient() throws Exception {
    assertThat(get("/patients/a").statusCode()).isEqualTo(404);

    HttpResponse<String> recorded = post("a", HDL.formatted(75));
    HttpResponse<String> again = post("a", HDL.formatted(75));
    HttpResponse<String> shown = get("/patients/a");

    assertThat(recorded.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("outcome").asString()).isEqualTo("DUPLICATE");
    assertThat(json(shown).get("observations").size()).isEqualTo(1);
    assertThat(etag(shown)).isEqualTo("\"1\"").isEqualTo(etag(recorded));
    assertThat(get("/patients/a", "If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
    assertThat(json(get("/patients/a/latest")).get("hdl").get("value").asDouble()).isEqualTo(75);
  }

  @Test
  void recordsOnlyAtTheVersionOfIfMatch() throws Exception {
    post("b", HDL.formatted(1));

    assertThat(post("b", HDL.formatted(2), "If-Match", "\"7\"").statusCode()).isEqualTo(412);
    assertThat(post("b", HDL.formatted(2), "If-Match", "\"1\"").statusCode()).isEqualTo(201);
    assertThat(etag(get("/patients/b"))).isEqualTo("\"2\"");
  }

  @Test
  void answersARepeatedKeyAsTheFirstTime() throws Exception {
    HttpResponse<String> first = post("c", HDL.formatted(1), "Idempotency-Key", "k");
    HttpResponse<String> second = post("c", HDL.formatted(1), "Idempotency-Key", "k");

    assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(etag(get("/patients/c"))).isEqualTo("\"1\"");
  }

  @Test
  void saysWhatIsWrongAsAProblem() throws Exception {
    HttpResponse<String> implausible = post("d", HDL.formatted(0).replace("hdl", "sbp"));
    HttpResponse<String> nameless = post("d", "{\"at\":\"2020-01-01T00:00:00Z\",\"name\":\" \"}");
    HttpResponse<String> broken = post("d", "{");

    assertThat(implausible.statusCode()).isEqualTo(422);
    assertThat(json(implausible).get("detail").asString()).contains("must be 30 to 300");
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(List.of(implausible, nameless, broken))
        .extracting(response -> response.headers().firstValue("Content-Type").orElse(""))
        .containsOnly("application/problem+json");
  }

  @Test
  void countsPatientsWithADiagnosis() throws Exception {
    post("e", "{\"at\":\"2020-01-01T00:00:00Z\",\"name\":\"gout\"}");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> json(get("/diagnoses/gout")).get("patients").asInt() == 1);
    assertThat(json(get("/patients/e/diagnoses")).get("gout").asString())
        .isEqualTo("2020-01-01T00:00:00Z");
  }

  @Test
  void describesItself() throws Exception {
    JsonNode paths = json(get("/openapi")).get("paths");

    assertThat(paths.propertyNames())
        .containsExactlyInAnyOrder(
            "/patients/{id}",
            "/patients/{id}/observations",
            "/patients/{id}/latest",
            "/patients/{id}/diagnoses",
            "/diagnoses/{name}");
    assertThat(paths.toString()).contains("Idempotency-Key", "If-Match").doesNotContain("options");
  }

  @Test
  void tellsOperatorsAndOtherCommandsHowItIs() throws Exception {
    assertThat(json(get("/actuator/health")).get("status").asString()).isEqualTo("UP");
    assertThat(get("/actuator/prometheus").body()).contains("grains_");
    // a member that is slow to answer is left out
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Program.run(directory, "cluster", "--data", "clinic-data").out())
                    .contains("serve (process ", "127.0.0.1", "271"));
  }

  @Test
  void isLookedIntoByOtherCommandsAndLetsNoneChangeItsFile() throws Exception {
    Path log = Files.writeString(directory.resolve("log.csv"), "id,days,name\nf,1,gout\n");
    post("f", HDL.formatted(1));

    assertThat(Program.run(directory, "show", "f").out()).contains("patient f, 1 observations");
    assertThat(Program.run(directory, "stats", "--json").json().get("patients").asLong())
        .isPositive();
    try (Program second = Program.start(directory, "import", log.toString())) {
      assertThat(second.exitCode(Duration.ofMinutes(2))).isEqualTo(1);
      assertThat(second.err()).startsWith("another clinic uses the directory");
    }
  }
}
