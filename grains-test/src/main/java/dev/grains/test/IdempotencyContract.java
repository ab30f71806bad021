package dev.grains.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.KeyedReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

interface IdempotencyContract extends StoreUnderTest {

  private Instant tomorrow() {
    return now().plus(Duration.ofHours(24));
  }

  @Test
  default void aReplyIsFoundByItsKey() throws Exception {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    String key = "it's \"key\" 東京 %";
    committed(
        ledger.deposit(1).reply(key, tomorrow(), "reply\0").reply("b", tomorrow(), "").build(),
        document.set("s").reply(key, tomorrow(), "other").build());

    KeyedReply reply = anotherStore().reply(ledger.type(), ledger.id(), key);

    assertThat(reply).isNotNull();
    assertThat(reply.key()).isEqualTo(key);
    assertThat(reply.expiresAt()).isEqualTo(tomorrow());
    assertThat(reply.reply()).isEqualTo("reply\0".getBytes(UTF_8));
    assertThat(store().reply(ledger.type(), ledger.id(), "b")).isNotNull();
    assertThat(store().reply(document.type(), document.id(), key))
        .satisfies(other -> assertThat(other.reply()).isEqualTo("other".getBytes(UTF_8)));
  }

  @Test
  default void aKeyIsKnownToItsGrainAlone() {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).reply("key", tomorrow(), "reply").build());

    assertThat(store().reply(ledger.type(), ledger().id(), "key")).isNull();
    assertThat(store().reply(ledger.type(), ledger.id(), "other")).isNull();
    assertThat(
            store()
                .reply(
                    StoredSamples.OTHER_LEDGER,
                    ledger(StoredSamples.OTHER_LEDGER, ledger.id().key()).id(),
                    "key"))
        .isNull();
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
    assertThat(store().reply(ledger.type(), ledger.id(), "key"))
        .satisfies(reply -> assertThat(reply.reply()).isEqualTo("first".getBytes(UTF_8)));
  }

  @Test
  default void anExpiredKeyIsForgottenAndMayBeUsedAgain() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(
        ledger.deposit(1).reply("key", tomorrow(), "first").build(),
        document.set("s").reply("key", tomorrow(), "first").build());

    clock().advance(Duration.ofHours(25));

    assertThat(store().reply(ledger.type(), ledger.id(), "key")).isNull();
    committed(
        ledger.deposit(2).reply("key", tomorrow(), "second").build(),
        document.set("t").reply("key", tomorrow(), "second").build());
    assertThat(store().reply(ledger.type(), ledger.id(), "key"))
        .satisfies(reply -> assertThat(reply.reply()).isEqualTo("second".getBytes(UTF_8)));
    assertThat(store().reply(document.type(), document.id(), "key"))
        .satisfies(reply -> assertThat(reply.reply()).isEqualTo("second".getBytes(UTF_8)));
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

    assertThat(store().reply(ledger.type(), ledger.id(), "key")).isNull();
    assertThat(store().reply(document.type(), document.id(), "key")).isNull();
  }
}
