package dev.grains.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.spring.GrainScan;
import dev.grains.spring.TestMember;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class TracingIT {

  @Test
  void aTraceGoesOnAtTheOwner() {
    try (ConfigurableApplicationContext caller = member();
        ConfigurableApplicationContext owner = member(caller)) {
      String key = TestMember.keyOwnedBy(owner);
      Account account = caller.getBean(Grains.class).get(Account.class, key);

      Observation.createNotStarted("request", caller.getBean(ObservationRegistry.class))
          .observe(() -> account.deposit(100));

      await().atMost(Duration.ofSeconds(20)).until(() -> spans(owner).all.size() == 1);
      SpanData request = spans(caller).named("request");
      SpanData call = spans(caller).named("account.deposit");
      SpanData handler = spans(owner).named("account.deposit");
      assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
      assertThat(handler.getParentSpanId()).isEqualTo(call.getSpanId());
      assertThat(handler.getTraceId()).isEqualTo(request.getTraceId());
    }
  }

  @Test
  void aTraceGoesOnFromGrainToGrain() {
    try (ConfigurableApplicationContext caller = member();
        ConfigurableApplicationContext owner = member(caller)) {
      String there = TestMember.keyOwnedBy(owner);
      String here = TestMember.keyOwnedBy(caller);

      caller.getBean(Grains.class).get(Relay.class, there).deposit(here, 100);

      await().atMost(Duration.ofSeconds(20)).until(() -> spans(owner).all.size() == 2);
      await().atMost(Duration.ofSeconds(20)).until(() -> spans(caller).all.size() == 2);
      SpanData first = spans(caller).named("relay.deposit");
      SpanData relay = spans(owner).named("relay.deposit");
      SpanData second = spans(owner).named("account.deposit");
      SpanData account = spans(caller).named("account.deposit");
      assertThat(relay.getParentSpanId()).isEqualTo(first.getSpanId());
      assertThat(second.getParentSpanId()).isEqualTo(relay.getSpanId());
      assertThat(account.getParentSpanId()).isEqualTo(second.getSpanId());
    }
  }

  private static ConfigurableApplicationContext member(ConfigurableApplicationContext... others) {
    return TestMember.builder("tracing", List.of(others), Traced.class)
        .web(WebApplicationType.NONE)
        .run("--management.tracing.sampling.probability=1.0");
  }

  private static Spans spans(ConfigurableApplicationContext context) {
    return context.getBean(Spans.class);
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = {Bank.class, Relay.class})
  @Import(Bank.class)
  static class Traced {

    @Bean
    Spans spans() {
      return new Spans();
    }

    @Bean
    SpanProcessor processor(Spans spans) {
      return SimpleSpanProcessor.create(spans);
    }
  }

  /** Keeps all spans of one member. */
  static final class Spans implements SpanExporter {

    final List<SpanData> all = new CopyOnWriteArrayList<>();

    SpanData named(String name) {
      return all.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      all.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
