package dev.grains.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GroupLookupTests {

  private final ScriptedStore store = new ScriptedStore();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final GroupLookup lookups = new GroupLookup(store, threads::add, 1, 3);

  private AskedFor submit(String grain, String... keys) {
    AskedFor asked = AskedFor.of(grain, keys);
    lookups.submit(asked);
    return asked;
  }

  private void runAll() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  private static List<KeyedReply> repliesTo(ReplyLookup lookup) {
    return lookup.keys().stream()
        .map(key -> new KeyedReply(key, Instant.MAX, new byte[] {1}))
        .toList();
  }

  private List<List<String>> askedTogether() {
    return store.looks.stream()
        .map(group -> group.stream().map(lookup -> lookup.id().key()).toList())
        .toList();
  }

  @Test
  void everybodyIsToldWhatIsKnownOfTheirOwnKeys() {
    store.replies = asked -> asked.stream().map(GroupLookupTests::repliesTo).toList();
    AskedFor a = submit("a", "order-1", "order-2");
    AskedFor b = submit("b", "order-3");

    runAll();

    assertThat(a.keys()).containsExactlyInAnyOrder("order-1", "order-2");
    assertThat(b.keys()).containsExactly("order-3");
  }

  @Test
  void whatIsAskedWhileTheStoreAnswersSharesTheNextGroup() {
    store.replies =
        asked -> {
          if (store.looks.size() == 1) {
            submit("b", "key");
            submit("c", "key");
          }
          return asked.stream().map(GroupLookupTests::repliesTo).toList();
        };
    submit("a", "key");

    runAll();

    assertThat(askedTogether()).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aGroupHasNoMoreKeysThanItsBoundUnlessOneLookupHas() {
    submit("a", "1", "2", "3", "4");
    submit("b", "1", "2");
    submit("c", "1");
    submit("d", "1");

    runAll();

    assertThat(askedTogether()).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
  }

  @Test
  void noMoreGroupsAreAskedForAtATimeThanAllowed() {
    GroupLookup two = new GroupLookup(store, threads::add, 2, 3);
    for (String grain : List.of("a", "b", "c", "d")) {
      two.submit(AskedFor.of(grain, "1", "2"));
    }
    assertThat(threads).hasSize(2);

    threads.remove().run();

    assertThat(threads).hasSize(2);
    runAll();
    assertThat(askedTogether()).hasSize(4);
  }

  @Test
  void othersGetTheThreadBetweenTwoGroups() {
    submit("a", "1", "2", "3");
    submit("b", "1");
    threads.add(() -> assertThat(store.looks).hasSize(1));

    runAll();

    assertThat(store.looks).hasSize(2);
  }

  @Test
  void anOutageIsToldToAllWithoutAskingAgain() {
    StoreUnavailableException outage = new StoreUnavailableException("gone", null);
    store.replies =
        asked -> {
          throw outage;
        };
    AskedFor a = submit("a", "1");
    AskedFor b = submit("b", "1");

    runAll();

    assertThat(store.looks).hasSize(1);
    assertThat(List.of(a, b)).extracting(asked -> asked.failure).containsOnly(outage);
  }

  @Test
  void theOneThatCannotBeLookedUpFailsAlone() {
    IllegalArgumentException refusal = new IllegalArgumentException("not such a key");
    store.replies =
        asked -> {
          if (asked.stream().anyMatch(lookup -> lookup.id().key().equals("b"))) {
            throw refusal;
          }
          return asked.stream().map(GroupLookupTests::repliesTo).toList();
        };
    AskedFor a = submit("a", "1");
    AskedFor b = submit("b", "1");
    AskedFor c = submit("c", "1");

    runAll();

    assertThat(a.keys()).containsExactly("1");
    assertThat(b.failure).isSameAs(refusal);
    assertThat(c.keys()).containsExactly("1");
  }

  @Test
  void aStoreThatGivesTooFewAnswersIsNotBelieved() {
    store.replies = asked -> List.of();
    AskedFor a = submit("a", "1");
    AskedFor b = submit("b", "1");

    runAll();

    assertThat(List.of(a, b))
        .allSatisfy(
            asked -> assertThat(asked.failure).hasMessageContaining("gave 0 answers to 1 lookups"));
  }

  @Test
  void oneThatBreaksWhenItIsToldHoldsUpNobody() {
    AskedFor a = submit("a", "1");
    AskedFor b = submit("b", "1");
    AskedFor later = AskedFor.of("c", "1");
    a.whenTold =
        () -> {
          lookups.submit(later);
          throw new IllegalStateException("a bug");
        };

    runAll();

    assertThat(b.found).isNotNull();
    assertThat(later.found).isNotNull();
  }
}
