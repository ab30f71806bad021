package dev.grains.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.VersionConflictException;
import dev.grains.internal.call.Batch;
import dev.grains.internal.turn.Vault.Content;
import dev.grains.internal.turn.Vault.PlainVaultGrain;
import dev.grains.internal.turn.Vault.VaultGrain;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnTests {

  private static final String TOO_LONG = "x".repeat(TurnRig.MOST_BYTES + 1);

  private final TurnRig stored = new TurnRig(VaultGrain::new, true);
  private final TurnRig plain = new TurnRig(PlainVaultGrain::new, false);

  @Test
  void aCommandThatWritesRaisesTheVersion() {
    Decision decision = stored.run(vault -> vault.keep("gold"));

    assertThat(decision.outcomes()).containsExactly("gold");
    assertThat(decision.wrote()).isTrue();
    assertThat(decision.state()).isEqualTo(new Content("gold"));
    assertThat(decision.newVersion()).isEqualTo(decision.expectedVersion() + 1);
  }

  @Test
  void aCommandThatFailsChangesNothing() {
    stored.run(vault -> vault.keep("gold"));

    Decision decision = stored.run(vault -> vault.keepAndFail("lead"));

    assertThat(TurnRig.failure(decision)).hasMessageContaining("the door is stuck");
    assertThat(decision.wrote()).isFalse();
    assertThat(decision.newVersion()).isEqualTo(decision.expectedVersion());
    assertThat(stored.run(Vault::look).outcomes()).containsExactly("gold");
  }

  @Test
  void aStoredCommandWhoseResultCannotBeSentIsTakenBackAndSaysSo() {
    stored.run(vault -> vault.keep("gold"));

    Decision decision = stored.run(vault -> vault.keep(TOO_LONG));

    assertThat(TurnRig.failure(decision))
        .isInstanceOf(GrainCallException.class)
        .hasMessageContaining("vault/1 did not commit keep(java.lang.String)")
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("at most 100 are allowed");
    assertThat(decision.wrote()).isFalse();
    assertThat(stored.run(Vault::look).outcomes()).containsExactly("gold");
  }

  @Test
  void aPlainCommandWhoseResultCannotBeSentHasRunAndSaysSo() {
    Decision decision = plain.run(vault -> vault.keep(TOO_LONG));

    assertThat(TurnRig.failure(decision))
        .isInstanceOf(GrainCallException.class)
        .hasMessageContaining("vault/1 ran keep(java.lang.String)")
        .hasMessageContaining("its result cannot be sent")
        .hasMessageNotContaining("did not");
    plain.run(vault -> vault.keep("silver"));
    assertThat(plain.run(Vault::look).outcomes()).containsExactly("silver");
  }

  @Test
  void aCommandPastItsDeadlineIsNotRun() {
    CallOptions brief = CallOptions.timeout(Duration.ofMillis(500));
    Batch late = stored.remote(brief, vault -> vault.keep("gold"));
    stored.now.addAndGet(500);

    Decision decision = stored.run(late);

    assertThat(TurnRig.failure(decision))
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining("vault/1 did not run keep(java.lang.String)");
    assertThat(decision.wrote()).isFalse();
  }

  @Test
  void aCommandForAnotherVersionIsNotRun() {
    stored.run(vault -> vault.keep("gold"));

    Decision decision =
        stored.run(stored.remote(CallOptions.ifVersion(0), vault -> vault.keep("lead")));

    assertThat(TurnRig.failure(decision))
        .isInstanceOf(VersionConflictException.class)
        .hasMessageContaining("is at version 1, the call demands version 0");
    assertThat(stored.run(Vault::look).outcomes()).containsExactly("gold");
  }

  @Test
  void aQueryCannotWrite() {
    Decision decision = stored.run(vault -> vault.keepInAQuery("lead"));

    assertThat(TurnRig.failure(decision))
        .hasMessageContaining("vault/1 cannot set state in a query");
    assertThat(decision.wrote()).isFalse();
    assertThat(stored.run(Vault::look).outcomes()).containsExactly("");
  }

  @Test
  void anIdempotencyKeyKeepsItsReply() {
    CallOptions once = CallOptions.idempotencyKey("once");

    Decision decision = stored.run(stored.remote(once, vault -> vault.keep("gold")));

    assertThat(decision.replies()).hasSize(1);
    assertThat(decision.replies().get(0).key()).isEqualTo("once");
    assertThat(decision.replies().get(0).expiresAt())
        .isEqualTo(java.time.Instant.ofEpochMilli(1_000).plus(Duration.ofHours(24)));
  }

  @Test
  void aCommandThatWroteNothingLeavesNoKeyBehind() {
    CallOptions once = CallOptions.idempotencyKey("once");

    assertThat(stored.run(stored.remote(once, Vault::look)).replies()).isEmpty();
    assertThat(stored.run(stored.remote(once, vault -> vault.keepAndFail("lead"))).replies())
        .isEmpty();
  }
}
