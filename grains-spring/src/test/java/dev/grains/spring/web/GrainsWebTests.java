package dev.grains.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spring.GrainScan;
import dev.grains.spring.Http;
import dev.grains.spring.TestMember;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrainsWebTests {

  private final ConfigurableApplicationContext application =
      TestMember.builder("web", List.of(), LedgerApplication.class)
          .run("--server.port=0", "--server.address=127.0.0.1", "--grains.web.retry-after=3s");
  private final Http http = new Http(application);
  private int ledgers;

  @EnableAutoConfiguration
  @GrainScan
  @Import(LedgerController.class)
  static class LedgerApplication {}

  @AfterAll
  void close() {
    application.close();
  }

  private String ledger() {
    return "/ledgers/" + ledgers++;
  }

  @Test
  void repeatsTheReplyToAnIdempotencyKey() throws IOException {
    String ledger = ledger();

    var first = http.post(ledger + "/entries?cents=5", "Idempotency-Key", "\"payment-1\"");
    var again = http.post(ledger + "/entries?cents=5", "Idempotency-Key", "payment-1");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body()).isEqualTo("{\"cents\":5,\"version\":1}");
  }

  @Test
  void makesTheVersionTheEntityTag() throws IOException {
    String ledger = ledger();

    assertThat(tag(http.get(ledger))).isEqualTo("\"0\"");
    assertThat(tag(http.post(ledger + "/entries?cents=5"))).isEqualTo("\"1\"");
    assertThat(tag(http.get(ledger))).isEqualTo("\"1\"");
    assertThat(tag(http.get(ledger + "/entity"))).isEqualTo("\"1\"");
  }

  @Test
  void bookingDemandsTheVersionOfIfMatch() throws IOException {
    String ledger = ledger();
    String tag = tag(http.post(ledger + "/entries?cents=5"));

    var inTime = http.post(ledger + "/entries?cents=5", "If-Match", tag);
    var tooLate = http.post(ledger + "/entries?cents=5", "If-Match", tag);

    assertThat(inTime.statusCode()).isEqualTo(200);
    assertProblem(tooLate, 412, "not at the version of If-Match");
    assertThat(http.get(ledger).body()).contains("\"cents\":10");
  }

  @ParameterizedTest
  @CsvSource({"*, 200", "'\"0\"', 200", "'W/\"0\"', 412", "'\"abc\"', 412", "'\"0\", \"1\"', 400"})
  void readsIfMatchAsTheStandardSays(String header, int status) throws IOException {
    assertThat(http.post(ledger() + "/entries?cents=5", "If-Match", header).statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/entity"})
  void leavesOutABodyThatTheClientHas(String path) throws IOException {
    String ledger = ledger();
    String tag = tag(http.post(ledger + "/entries?cents=5"));
    String read = ledger + path;

    var known = http.get(read, "If-None-Match", tag);
    var changed = http.get(read, "If-None-Match", "\"0\"");

    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAHeaderWithAProblem() throws IOException {
    String path = ledger() + "/entries?cents=5";

    assertProblem(http.post(path, "Idempotency-Key", "k".repeat(201)), 400, "200 characters");
    assertProblem(http.post(path, "Idempotency-Key", "\"open"), 400, "Idempotency-Key");
    assertProblem(http.post(path, "If-Match", "\"0\", \"1\""), 400, "one version only");
    assertProblem(http.post(path, "If-Match", "W/\"0\""), 412, "no tag of this resource");
    assertThat(http.post(path).body()).contains("\"version\":1");
  }

  @ParameterizedTest
  @CsvSource({
    "conflict, 409, changed meanwhile, ",
    "overloaded, 429, Nothing was done, 3",
    "unavailable, 503, Nothing was done, 3",
    "timeout, 504, not known, ",
    "cycle, 500, does not work, ",
    "definition, 500, does not work, ",
    "rebuilt, 500, does not work, ",
  })
  void turnsFailuresIntoProblems(String kind, int status, String detail, String retryAfter)
      throws IOException {
    var response = http.post(ledger() + "/failure?kind=" + kind);

    assertProblem(response, status, detail);
    assertThat(response.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
  }

  @Test
  void turnsFailuresOfStagesIntoProblems() throws IOException {
    var response = http.post(ledger() + "/later?cents=5", "If-Match", "\"7\"");

    assertProblem(response, 412, "not at the version of If-Match");
  }

  @Test
  void theLogHasWhatOnlyTheProgramCanPutRight(CapturedOutput output) throws IOException {
    http.post(ledger() + "/failure?kind=cycle");

    assertThat(output).contains("CallCycleException: ledger/secret is at 10.0.0.1");
  }

  @Test
  void leavesExceptionsOfTheDomainToTheApplication() throws IOException {
    assertThat(http.post(ledger() + "/failure?kind=domain").headers().firstValue("Content-Type"))
        .hasValue("application/json");
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String detail) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(response.body())
        .contains("\"status\":" + status)
        .contains(detail)
        .doesNotContain("secret")
        .doesNotContain("10.0.0.1");
  }
}
