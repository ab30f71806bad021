package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallOptions;
import dev.grains.GrainException;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls inherit that are made in handlers, in hooks and after commits. */
class CallContextIT {

  /** What an onActivate does with the other grain. */
  private enum Opening {
    ALONE,
    CALLING,
    ASKING
  }

  record Opened(int times) {}

  @Grain("shop")
  interface Shop {
    int open();

    int openWithHelp();

    void openAndCallBack();

    @ReadOnly
    int opened();
  }

  @Grain("helper")
  interface Helper {
    int openShop(String shop);

    @ReadOnly
    int askShop(String shop);
  }

  static final class ShopGrain extends StatefulGrain<Opened> implements Shop {

    @Override
    protected Opened initialState() {
      return new Opened(0);
    }

    @Override
    protected void onActivate() {
      Helper helper = grains().get(Helper.class, "1");
      if (opening == Opening.CALLING) {
        helper.openShop(id().key());
      } else if (opening == Opening.ASKING) {
        helper.askShop(id().key());
      }
    }

    @Override
    public int open() {
      setState(new Opened(state().times() + 1));
      return state().times();
    }

    @Override
    public int openWithHelp() {
      return grains().get(Helper.class, "1").openShop("other-" + id().key());
    }

    @Override
    public void openAndCallBack() {
      open();
      afterCommit(
          () -> {
            told.join(); // the caller has its reply
            clock.advance(Duration.ofHours(1)); // its deadline is over by far
            calledBack.complete(grains().get(Shop.class, id().key()).open());
          });
    }

    @Override
    public int opened() {
      return state().times();
    }
  }

  static final class HelperGrain extends dev.grains.Grain implements Helper {
    @Override
    public int openShop(String shop) {
      return grains().get(Shop.class, shop).open();
    }

    @Override
    public int askShop(String shop) {
      return grains().get(Shop.class, shop).opened();
    }
  }

  /** Passes on the trace of the handler in which a call is made. */
  private static final class Tracing implements CallInterceptor {
    private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

    @Override
    public @Nullable CallObserver onCall(CallInfo call, Map<String, String> headers) {
      String trace = current.get();
      headers.put("traceparent", trace == null ? "root" : trace);
      return null;
    }

    @Override
    public @Nullable Object aroundHandler(
        CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
        throws Exception {
      String trace = headers.get("traceparent") + "/" + call.method().getName();
      TRACES.add(trace);
      current.set(trace);
      try {
        return handler.call();
      } finally {
        current.remove();
      }
    }
  }

  private static final List<String> TRACES = new CopyOnWriteArrayList<>();
  private static volatile Opening opening = Opening.ALONE;
  private static volatile SettableClock clock = new SettableClock();
  private static volatile CompletableFuture<Void> told = new CompletableFuture<>();
  private static volatile CompletableFuture<Integer> calledBack = new CompletableFuture<>();

  private GrainCluster cluster;

  @BeforeEach
  void start() {
    TRACES.clear();
    opening = Opening.ALONE;
    clock = new SettableClock();
    told = new CompletableFuture<>();
    calledBack = new CompletableFuture<>();
    cluster =
        GrainCluster.of(
            2,
            grains ->
                grains
                    .register(Shop.class, ShopGrain::new)
                    .register(Helper.class, HelperGrain::new)
                    .interceptor(new Tracing())
                    .clock(clock)
                    .callTimeout(Duration.ofSeconds(30)));
  }

  @AfterEach
  void stop() {
    opening = Opening.ALONE;
    cluster.close();
  }

  private Shop shop(String key) {
    return cluster.member(0).get(Shop.class, key);
  }

  @Test
  void headersReachTheCallsThatAHandlerMakes() {
    assertThat(shop("a").openWithHelp()).isEqualTo(1);

    assertThat(TRACES)
        .containsExactly(
            "root/openWithHelp", "root/openWithHelp/openShop", "root/openWithHelp/openShop/open");
  }

  @Test
  void aHookThatWaitsForACallToItsOwnGrainFailsAtOnceWithTheChain() {
    opening = Opening.CALLING;
    assertCycle("called");

    opening = Opening.ASKING;
    assertCycle("asked");

    opening = Opening.ALONE;
    assertThat(shop("called").open()).isEqualTo(1);
    assertThat(shop("asked").open()).isEqualTo(1);
  }

  private void assertCycle(String key) {
    long start = System.nanoTime();
    assertThatThrownBy(shop(key)::open)
        .isInstanceOf(GrainException.class)
        .hasMessageContaining("shop/" + key + " -> helper/1 -> shop/" + key);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anActionAfterACommitBelongsToNoCallAnyMore() throws Exception {
    Shop hurried =
        cluster.member(0).get(Shop.class, "a", CallOptions.timeout(Duration.ofSeconds(20)));

    hurried.openAndCallBack();
    told.complete(null);

    // neither a cycle, nor too late, nor part of the trace of a handler that has ended
    assertThat(calledBack.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(TRACES).containsExactly("root/openAndCallBack", "root/open");
  }
}
