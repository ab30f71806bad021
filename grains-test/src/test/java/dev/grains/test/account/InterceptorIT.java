package dev.grains.test.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.Grains;
import dev.grains.Limits;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import dev.grains.test.GrainCluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterceptorIT {

  private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

  @Test
  void seesCallsWithTheirArgumentsAtTheCallerAndAtTheOwner() {
    try (GrainCluster cluster = cluster()) {
      Grains caller = cluster.member(0);
      String key = cluster.keyOwnedBy(cluster.member(1), "account");

      caller.get(Account.class, key).deposit(100);

      assertThat(seen)
          .containsExactly("calls deposit [100]", "handles deposit [100] for tenant-1", "ended");
    }
  }

  @Test
  void refusesWithAnExceptionOfItsOwnAtAnyDistance() {
    try (GrainCluster cluster = cluster()) {
      Grains caller = cluster.member(0);

      for (Grains owner : cluster.members()) {
        String key = cluster.keyOwnedBy(owner, "account");
        assertThatThrownBy(() -> caller.get(Account.class, key).deposit(13))
            .isExactlyInstanceOf(Forbidden.class)
            .hasMessage("13 is bad luck");
        assertThat(caller.get(Account.class, key).balance()).isZero();
      }
    }
  }

  @Test
  void tellsOnceHowACallEnds() {
    try (GrainCluster cluster = cluster()) {
      Account account = cluster.member(0).get(Account.class, "42");

      assertThatThrownBy(() -> account.deposit(-1)).isInstanceOf(IllegalArgumentException.class);
      assertThat(account.balance()).isZero();

      assertThat(seen)
          .filteredOn(event -> event.equals("ended") || event.equals("failed"))
          .containsExactly("failed", "ended");
    }
  }

  @Test
  void tellsHowACallEndsThatCannotEvenBeSent() {
    try (GrainCluster cluster =
        GrainCluster.of(
            2,
            grains ->
                grains
                    .register(Account.class, AccountGrain::new)
                    .limits(Limits.defaults().withBytes(1, 1))
                    .interceptor(new Superstition(seen)))) {
      String key = cluster.keyOwnedBy(cluster.member(1), "account");
      Account account = cluster.member(0).get(Account.class, key);

      assertThatThrownBy(() -> account.deposit(1_000_000))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("bytes");

      assertThat(seen).containsExactly("calls deposit [1000000]", "failed");
    }
  }

  private GrainCluster cluster() {
    return GrainCluster.of(
        2,
        grains ->
            grains.register(Account.class, AccountGrain::new).interceptor(new Superstition(seen)));
  }

  /** Not declared by any contract. */
  public static final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
      super(message);
    }
  }

  private record Superstition(ConcurrentLinkedQueue<String> seen) implements CallInterceptor {

    @Override
    public CallObserver onCall(CallInfo call, Map<String, String> headers) {
      headers.put("tenant", "tenant-1");
      seen.add("calls " + call.method().getName() + " " + call.arguments());
      return failure -> seen.add(failure == null ? "ended" : "failed");
    }

    @Override
    public List<Class<? extends Exception>> refusals() {
      return List.of(Forbidden.class);
    }

    @Override
    public @Nullable Object aroundHandler(
        CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
        throws Exception {
      seen.add(
          "handles "
              + call.method().getName()
              + " "
              + call.arguments()
              + " for "
              + headers.get("tenant"));
      if (call.arguments().contains(13L)) {
        throw new Forbidden("13 is bad luck");
      }
      return handler.call();
    }
  }
}
