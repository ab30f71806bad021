package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.GrainCallException;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.Limits;
import dev.grains.StatefulGrain;
import dev.grains.VersionConflictException;
import dev.grains.annotation.Grain;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of call does the same from the owner, another member, a lite member and a client. */
class EveryKindOfCallIT {

  /** The shelf is empty. */
  static final class Empty extends Exception {
    private static final long serialVersionUID = 1L;
    private final String wanted;

    Empty(String wanted) {
      this.wanted = wanted;
    }

    String wanted() {
      return wanted;
    }
  }

  interface Collection<T> {
    int add(T item);

    default int addTwice(T item) {
      add(item);
      return add(item);
    }
  }

  @Grain("shelf")
  interface Shelf extends Collection<String> {
    int add(List<String> items);

    CompletionStage<Integer> addLater(String item);

    @OneWay
    void addSometime(String item);

    String take(String item) throws Empty;

    void fail();

    @ReadOnly
    List<String> items();

    @ReadOnly
    long revision();
  }

  static final class ShelfGrain extends StatefulGrain<List<String>> implements Shelf {

    @Override
    protected List<String> initialState() {
      return List.of();
    }

    @Override
    public int add(String item) {
      return add(List.of(item));
    }

    @Override
    public int add(List<String> items) {
      setState(Stream.concat(state().stream(), items.stream()).toList());
      return state().size();
    }

    @Override
    public CompletionStage<Integer> addLater(String item) {
      return CompletableFuture.completedFuture(add(item));
    }

    @Override
    public void addSometime(String item) {
      add(item);
    }

    @Override
    public String take(String item) throws Empty {
      if (!state().contains(item)) {
        throw new Empty(item);
      }
      setState(state().stream().filter(other -> !other.equals(item)).toList());
      return item;
    }

    @Override
    public void fail() {
      add("what a failed command did");
      throw new Unheard("it broke");
    }

    @Override
    public List<String> items() {
      return state();
    }

    @Override
    public long revision() {
      return version();
    }
  }

  /** An exception that no contract names. */
  private static final class Unheard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unheard(String message) {
      super(message);
    }
  }

  private static GrainCluster cluster;
  private static List<Grains> callers;
  private static String key;
  private static int shelves;

  @BeforeAll
  static void startAClusterWithEveryKindOfCaller() {
    cluster =
        GrainCluster.of(
            2,
            grains ->
                grains
                    .register(Shelf.class, ShelfGrain::new)
                    .limits(Limits.defaults().withBytes(10_000, 100_000)));
    Grains lite = cluster.liteMember();
    callers = List.of(cluster.member(0), cluster.member(1), lite, cluster.client());
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private Stream<DynamicTest> fromEverywhere(ThrowingShelfTest test) {
    return IntStream.range(0, callers.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    List.of("owner", "member", "lite member", "client").get(i),
                    () -> {
                      key = cluster.keyOwnedBy(cluster.member(0), "k" + shelves++ + "-");
                      test.run(callers.get(i), callers.get(i).get(Shelf.class, key));
                    }));
  }

  private interface ThrowingShelfTest {
    void run(Grains through, Shelf shelf) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> overloadsGenericAndDefaultMethodsAreCommands() {
    return fromEverywhere(
        (through, shelf) -> {
          assertThat(shelf.add("a")).isEqualTo(1);
          assertThat(shelf.add(List.of("b", "c"))).isEqualTo(3);
          assertThat(shelf.addTwice("d")).isEqualTo(5);
          assertThat(shelf.items()).containsExactly("a", "b", "c", "d", "d");
        });
  }

  @TestFactory
  Stream<DynamicTest> asynchronousCommandsOfAThreadKeepTheirOrder() {
    return fromEverywhere(
        (through, shelf) -> {
          List<CompletableFuture<Integer>> replies =
              IntStream.range(0, 200)
                  .mapToObj(i -> shelf.addLater("" + i).toCompletableFuture())
                  .toList();

          for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(i + 1);
          }
          assertThat(shelf.items())
              .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "" + i).toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> aOneWayCommandKeepsItsPlaceAndIsNotWaitedFor() {
    return fromEverywhere(
        (through, shelf) -> {
          shelf.addSometime("first");
          assertThat(shelf.add("second")).isEqualTo(2);
          assertThat(shelf.items()).containsExactly("first", "second");
        });
  }

  @TestFactory
  Stream<DynamicTest> anExceptionOfTheContractArrivesAsItselfWithTheStackOfTheGrain() {
    return fromEverywhere(
        (through, shelf) -> {
          Throwable failure = catchThrowable(() -> shelf.take("nothing"));

          assertThat(failure).isExactlyInstanceOf(Empty.class);
          assertThat(((Empty) failure).wanted()).isEqualTo("nothing");
          assertThat(failure.getStackTrace())
              .anySatisfy(frame -> assertThat(frame.getClassName()).contains("ShelfGrain"));
        });
  }

  @TestFactory
  Stream<DynamicTest> anotherExceptionArrivesByNameAndTheCommandChangesNothing() {
    return fromEverywhere(
        (through, shelf) -> {
          shelf.add("kept");

          assertThatThrownBy(shelf::fail)
              .isInstanceOfSatisfying(
                  GrainCallException.class,
                  failure ->
                      assertThat(failure.exceptionClass()).isEqualTo(Unheard.class.getName()))
              .hasMessageContaining("shelf/" + key)
              .hasMessageContaining("it broke");
          assertThat(shelf.items()).containsExactly("kept");
        });
  }

  @TestFactory
  Stream<DynamicTest> aCommandForAnotherVersionIsRefused() {
    return fromEverywhere(
        (through, shelf) -> {
          shelf.add("a");
          long seen = shelf.revision();
          shelf.add("b");

          assertThatThrownBy(
                  () -> through.get(Shelf.class, key, CallOptions.ifVersion(seen)).add("c"))
              .isInstanceOf(VersionConflictException.class)
              .hasMessageContaining("shelf/" + key);
          through.get(Shelf.class, key, CallOptions.ifVersion(shelf.revision())).add("d");
          assertThat(shelf.items()).containsExactly("a", "b", "d");
        });
  }

  @TestFactory
  Stream<DynamicTest> anIdempotencyKeyCountsAcrossCallers() {
    return fromEverywhere(
        (through, shelf) -> {
          CallOptions once = CallOptions.idempotencyKey("order-1");
          assertThat(through.get(Shelf.class, key, once).add("a")).isEqualTo(1);
          shelf.add("b");

          for (Grains caller : callers) {
            assertThat(caller.get(Shelf.class, key, once).add("a")).isEqualTo(1);
          }
          assertThat(shelf.items()).containsExactly("a", "b");
        });
  }

  @TestFactory
  Stream<DynamicTest> argumentsBeyondTheLimitAreRefusedAndTheLaneGoesOn() {
    return fromEverywhere(
        (through, shelf) -> {
          if (through == cluster.member(0)) {
            return; // arguments that do not travel are not measured
          }
          assertThatThrownBy(() -> shelf.add("x".repeat(20_000)))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("20")
              .hasMessageContaining("shelf/" + key);
          assertThat(shelf.add("small")).isEqualTo(1);
        });
  }

  @Test
  void afterCloseCallsAreRefused() {
    Grains leaving = Grains.builder().register(Shelf.class, ShelfGrain::new).start();
    Shelf shelf = leaving.get(Shelf.class, "a");
    shelf.add("a");

    leaving.close();

    assertThatThrownBy(() -> shelf.add("b"))
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("shut");
  }

  @Test
  void anActivationLeavesWhenAskedAndItsStateStays() {
    Grains caller = callers.get(3);
    String asked = cluster.keyOwnedBy(cluster.member(1), "asked");
    Shelf shelf = caller.get(Shelf.class, asked);
    shelf.add("a");
    int before = active(cluster.member(1));

    caller.deactivate(Shelf.class, asked).toCompletableFuture().join();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(active(cluster.member(1))).isLessThan(before));
    assertThat(shelf.items()).containsExactly("a");
  }

  private static int active(Grains member) {
    return member.status().types().get(0).active();
  }
}
