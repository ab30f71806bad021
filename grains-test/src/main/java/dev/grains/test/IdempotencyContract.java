package dev.grains.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.GrainStore;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface IdempotencyContract extends StoreUnderTest {

  private Instant tomorrow() {
    return now().plus(Duration.ofHours(24));
  }

  private List<KeyedReply> replies(LedgerWriter ledger, String... keys) {
    return found(store(), of(ledger, Set.of(keys)));
  }

  private List<KeyedReply> replies(DocumentWriter document, String... keys) {
    return found(store(), of(document, Set.of(keys)));
  }

  private static ReplyLookup of(LedgerWriter ledger, Set<String> keys) {
    return new ReplyLookup(ledger.type(), ledger.id(), keys);
  }

  private static ReplyLookup of(DocumentWriter document, Set<String> keys) {
    return new ReplyLookup(document.type(), document.id(), keys);
  }

  private static List<KeyedReply> found(GrainStore store, ReplyLookup lookup) {
    List<List<KeyedReply>> found = store.replies(List.of(lookup));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String text(KeyedReply reply) {
    return new String(reply.reply(), UTF_8);
  }

  @Test
  default void aReplyIsFoundByItsKey() throws Exception {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    String key = "it's \"key\" {東京, %}";
    committed(
        ledger.deposit(1).reply(key, tomorrow(), "reply\0").reply("b", tomorrow(), "").build(),
        document.set("s").reply(key, tomorrow(), "other").build());

    assertThat(found(anotherStore(), of(ledger, Set.of(key))))
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.key()).isEqualTo(key);
              assertThat(reply.expiresAt()).isEqualTo(tomorrow());
              assertThat(text(reply)).isEqualTo("reply\0");
            });
    assertThat(replies(ledger, "b")).hasSize(1);
    assertThat(replies(document, key)).extracting(IdempotencyContract::text).containsOnly("other");
  }

  @Test
  default void manyKeysAreAskedForAtOnce() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    CommitBuilder deposit = ledger.deposit(1);
    CommitBuilder change = document.set("s");
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      String key = "key " + i;
      keys.add(key);
      deposit.reply(key, tomorrow(), "reply " + i);
      change.reply(key, tomorrow(), "reply " + i);
    }
    committed(deposit.build(), change.build());
    keys.add("unknown");

    for (List<KeyedReply> replies :
        store().replies(List.of(of(ledger, keys), of(document, keys)))) {
      assertThat(replies)
          .hasSize(300)
          .allSatisfy(
              reply -> assertThat(text(reply)).isEqualTo(reply.key().replace("key", "reply")));
    }
  }

  @Test
  default void manyGrainsAreAskedForAtOnce() {
    List<ReplyLookup> lookups = new ArrayList<>();
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      LedgerWriter ledger = ledger();
      commits.add(ledger.deposit(1).reply("key", tomorrow(), "reply " + i).build());
      lookups.add(of(ledger, Set.of("key", "unknown")));
      lookups.add(of(ledger(), Set.of("key")));
    }
    committed(commits.toArray(Commit[]::new));

    List<List<KeyedReply>> found = store().replies(lookups);

    assertThat(found).hasSize(200);
    for (int i = 0; i < 100; i++) {
      assertThat(found.get(2 * i))
          .extracting(IdempotencyContract::text)
          .containsExactly("reply " + i);
      assertThat(found.get(2 * i + 1)).isEmpty();
    }
  }

  @Test
  default void nothingIsFoundWhereNothingIsAskedFor() {
    assertThat(store().replies(List.of())).isEmpty();
  }

  @Test
  default void aKeyIsKnownToItsGrainAlone() {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).reply("key", tomorrow(), "reply").build());

    assertThat(replies(ledger(), "key")).isEmpty();
    assertThat(replies(ledger, "other")).isEmpty();
    assertThat(replies(ledger(StoredSamples.OTHER_LEDGER, ledger.id().key()), "key")).isEmpty();
  }

  @Test
  default void aLiveKeyRefusesASecondCommit() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(
        ledger.deposit(1).reply("key", tomorrow(), "first").build(),
        document.set("s").reply("key", tomorrow(), "first").build());

    assertThat(
            commit(
                ledger.deposit(2).reply("key", tomorrow(), "second").build(),
                ledger().deposit(1).reply("key", tomorrow(), "elsewhere").build(),
                document.set("t").reply("key", tomorrow(), "second").build()))
        .containsExactly(Conflict.INSTANCE, Committed.INSTANCE, Conflict.INSTANCE);

    assertThat(ledger.load(store()).version()).isEqualTo(1);
    assertThat(document.load(store()).version()).isEqualTo(1);
    assertThat(replies(ledger, "key")).extracting(IdempotencyContract::text).containsOnly("first");
  }

  @Test
  default void anExpiredKeyIsForgottenAndMayBeUsedAgain() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(
        ledger.deposit(1).reply("key", tomorrow(), "first").build(),
        document.set("s").reply("key", tomorrow(), "first").build());

    clock().advance(Duration.ofHours(25));

    assertThat(replies(ledger, "key")).isEmpty();
    committed(
        ledger.deposit(2).reply("key", tomorrow(), "second").build(),
        document.set("t").reply("key", tomorrow(), "second").build());
    assertThat(replies(ledger, "key")).extracting(IdempotencyContract::text).containsOnly("second");
    assertThat(replies(document, "key"))
        .extracting(IdempotencyContract::text)
        .containsOnly("second");
  }

  @Test
  default void aLostCommitLeavesNoKey() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(ledger.deposit(1).build(), document.set("s").build());

    assertThat(
            commit(
                ledger.at(0).deposit(1).reply("key", tomorrow(), "lost").build(),
                document.at(0).set("t").reply("key", tomorrow(), "lost").build()))
        .isEqualTo(List.of(Conflict.INSTANCE, Conflict.INSTANCE));

    assertThat(replies(ledger, "key")).isEmpty();
    assertThat(replies(document, "key")).isEmpty();
  }
}
