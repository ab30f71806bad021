package dev.grains.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestContextManager;

class SeveralContextsTests {

  @SpringBootTest
  @AutoConfigureTestGrains
  static class One {}

  @SpringBootTest
  @AutoConfigureTestGrains
  static class SameAsOne {}

  @SpringBootTest(properties = "another=context")
  @AutoConfigureTestGrains
  static class Other {}

  @Test
  void equalTestsShareAMember() {
    assertThat(grains(SameAsOne.class)).isSameAs(grains(One.class));
  }

  @Test
  void membersOfTwoContextsNeverMeet() {
    Grains one = grains(One.class);
    Grains other = grains(Other.class);
    one.get(Basket.class, "shared").add(10);

    assertThat(other.status().members()).isOne();
    assertThat(other.get(Basket.class, "shared").add(10)).isEqualTo(5);
    assertThat(one.get(Basket.class, "shared").add(10)).isEqualTo(10);
  }

  @Test
  void testsMayRunAtTheSameTime() {
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> fill(grains(One.class)));
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> fill(grains(Other.class)));

    assertThat(one).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(500);
    assertThat(other).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(500);
  }

  private static int fill(Grains grains) {
    Basket basket = grains.get(Basket.class, "filled");
    return IntStream.range(0, 100).map(i -> basket.add(10)).max().orElseThrow();
  }

  private static Grains grains(Class<?> test) {
    return new TestContextManager(test)
        .getTestContext()
        .getApplicationContext()
        .getBean(Grains.class);
  }
}
