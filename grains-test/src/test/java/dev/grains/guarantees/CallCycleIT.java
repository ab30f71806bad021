package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallCycleException;
import dev.grains.GrainCallException;
import dev.grains.Threads;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Grains that call each other never wait for ever. */
class CallCycleIT {

  @dev.grains.annotation.Grain("order")
  interface Order {
    String reserve(String stock);

    @ReadOnly
    String ask(String stock);

    CompletionStage<String> reserveSoon(String stock);
  }

  @dev.grains.annotation.Grain("stock")
  interface Stock {
    String take(String order);

    @ReadOnly
    String askBack(String order);

    String give();
  }

  @dev.grains.annotation.Grain("hasty")
  interface Hasty {
    String call();
  }

  static final class OrderGrain extends dev.grains.Grain implements Order {
    @Override
    public String reserve(String stock) {
      Stock other = grains().get(Stock.class, stock);
      return stock.startsWith("plain") ? other.give() : other.take(id().key());
    }

    @Override
    public String ask(String stock) {
      return grains().get(Stock.class, stock).askBack(id().key());
    }

    @Override
    public CompletionStage<String> reserveSoon(String stock) {
      return CompletableFuture.completedFuture(reserve(stock));
    }
  }

  static final class StockGrain extends dev.grains.Grain implements Stock {
    @Override
    public String take(String order) {
      return grains().get(Order.class, order).reserve(id().key());
    }

    @Override
    public String askBack(String order) {
      return grains().get(Order.class, order).ask(id().key());
    }

    @Override
    public String give() {
      return "given";
    }
  }

  @NonBlocking
  static final class HastyGrain extends dev.grains.Grain implements Hasty {
    @Override
    public String call() {
      return grains().get(Stock.class, "plain-1").give();
    }
  }

  private static GrainCluster cluster(Threads threads) {
    return GrainCluster.of(
        2,
        grains ->
            grains
                .register(Order.class, OrderGrain::new)
                .register(Stock.class, StockGrain::new)
                .register(Hasty.class, HastyGrain::new)
                .threads(threads)
                .callTimeout(Duration.ofSeconds(60)));
  }

  @Test
  void aCycleFailsAtOnceWithTheChainOfGrains() {
    try (GrainCluster cluster = cluster(Threads.defaults())) {
      Order order = cluster.member(0).get(Order.class, "1");

      long start = System.nanoTime();
      assertThatThrownBy(() -> order.reserve("7"))
          .isInstanceOf(CallCycleException.class)
          .hasMessageContaining("order/1 -> stock/7 -> order/1");
      assertThatThrownBy(() -> order.ask("7"))
          .isInstanceOf(CallCycleException.class)
          .hasMessageContaining("order/1 -> stock/7 -> order/1");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void manyGrainsThatWaitForOthersFinishWithFewSlots() throws Exception {
    try (GrainCluster cluster = cluster(Threads.defaults().withWorkers(8).withLoads(2))) {
      List<CompletionStage<String>> replies = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        Order order = cluster.member(i % 2).get(Order.class, "o" + i);
        replies.add(order.reserveSoon("plain-" + i));
      }

      for (CompletionStage<String> reply : replies) {
        assertThat(reply.toCompletableFuture().get(60, TimeUnit.SECONDS)).isEqualTo("given");
      }
    }
  }

  @Test
  void aNonBlockingHandlerThatCallsAnotherGrainIsToldSo() {
    try (GrainCluster cluster = cluster(Threads.defaults())) {
      Hasty hasty = cluster.member(0).get(Hasty.class, "1");

      assertThatThrownBy(hasty::call)
          .isInstanceOfAny(IllegalStateException.class, GrainCallException.class)
          .hasMessageContaining("hasty/1")
          .hasMessageContaining("@NonBlocking");
    }
  }
}
