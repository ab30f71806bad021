package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A grain that calls others, which are not there. */
class StandInTests {

  private final List<String> ordered = new ArrayList<>();

  private final GrainFixture<Shop, Void, Void> fixture =
      GrainFixture.plain(Shop.class, ShopGrain::new).key("s");

  @Test
  void takesCallsAndReplies() {
    fixture
        .standIn(Supplier.class, "tea", item -> stage(item + " from tea"))
        .standIn(Supplier.class, "milk", item -> stage(item + " from milk"));

    fixture.when(shop -> shop.buy("tea", "green")).thenReply("green from tea");
    fixture.when(shop -> shop.buy("milk", "oat")).thenReply("oat from milk");
  }

  @Test
  void failsForTheGrain() {
    fixture.standIn(
        Supplier.class,
        "tea",
        item -> {
          throw new IllegalStateException("closed");
        });

    fixture
        .when(shop -> shop.buy("tea", "green"))
        .thenFails(
            IllegalStateException.class, failure -> assertThat(failure).hasMessage("closed"));
  }

  @Test
  void failsWithAStageForTheGrain() {
    fixture.standIn(
        Supplier.class,
        "tea",
        item -> CompletableFuture.failedFuture(new IllegalStateException("closed")));

    fixture
        .when(shop -> shop.buy("tea", "green"))
        .thenFails(
            IllegalStateException.class, failure -> assertThat(failure).hasMessage("closed"));
  }

  @Test
  void isCalledAfterTheCommit() {
    fixture.standIn(
        Supplier.class,
        "tea",
        item -> {
          ordered.add(item);
          return stage(item);
        });

    fixture.whenVoid(shop -> shop.buyLater("tea", "green")).thenAfterCommit(1).runAfterCommit();

    assertThat(ordered).containsExactly("green");
  }

  @Test
  void isMissed() {
    assertThatThrownBy(() -> fixture.when(shop -> shop.buy("tea", "green")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("shop/s.buy(tea, green)", "nothing stands in for supplier/tea")
        .hasMessageContaining("standIn(Supplier.class, \"tea\", ...)");
  }

  @Test
  void isMissedAfterTheCommit() {
    GrainOutcome<Shop, Void, Void, ?> outcome =
        fixture.whenVoid(shop -> shop.buyLater("tea", "green"));

    assertThatThrownBy(outcome::runAfterCommit)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing stands in for supplier/tea");
  }

  @Test
  void getsArgumentsThatSurvive() {
    fixture.standIn(Supplier.class, "tea", item -> stage("?"));

    assertThatThrownBy(() -> fixture.when(shop -> shop.buyOddly("tea")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("supplier/tea.order(", "does not survive");
  }

  private static CompletionStage<String> stage(String value) {
    return CompletableFuture.completedFuture(value);
  }

  @dev.grains.annotation.Grain("supplier")
  interface Supplier {
    CompletionStage<String> order(String item);
  }

  @dev.grains.annotation.Grain("shop")
  interface Shop {
    String buy(String supplier, String item);

    void buyLater(String supplier, String item);

    String buyOddly(String supplier);
  }

  static final class ShopGrain extends Grain implements Shop {

    @Override
    public String buy(String supplier, String item) {
      try {
        return grains().get(Supplier.class, supplier).order(item).toCompletableFuture().join();
      } catch (java.util.concurrent.CompletionException e) {
        throw new IllegalStateException(e.getCause().getMessage());
      }
    }

    @Override
    public void buyLater(String supplier, String item) {
      afterCommit(() -> grains().get(Supplier.class, supplier).order(item));
    }

    @Override
    public String buyOddly(String supplier) {
      return buy(supplier, "\uD83D");
    }
  }
}
