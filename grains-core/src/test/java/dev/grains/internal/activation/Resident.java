package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.Grain;
import dev.grains.GrainId;
import dev.grains.GrainOptions;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.internal.metrics.Metrics;
import dev.grains.internal.turn.Gate;
import dev.grains.internal.turn.TurnSettings;
import dev.grains.internal.turn.Watchdog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An activation that does nothing but stay or leave. */
@NullUnmarked // what its type shares with others is never asked for
final class Resident extends Activation {

  private static final InstantSource CLOCK = () -> Instant.EPOCH;
  static final TypeHost HOST = host();

  @Nullable DeactivationReason left;
  boolean busy;
  int asked;

  /** What happens when it is asked to leave, before it looks whether it has work. */
  Runnable meanwhile = () -> {};

  /** What happens when it stays because of work, before the asker hears of that. */
  Runnable whenStaying = () -> {};

  Resident(String key) {
    super(new GrainId("thing", key), 0, 0, HOST);
  }

  /** What residents implement. */
  @dev.grains.annotation.Grain("thing")
  interface Thing {
    void touch();
  }

  /** A thing. */
  static final class ThingGrain extends Grain implements Thing {
    @Override
    public void touch() {}
  }

  private static TypeHost host() {
    Codecs codecs = new Codecs();
    Contract contract = Contract.of(Thing.class, codecs);
    GrainDefinition definition =
        GrainDefinition.of(contract, ThingGrain::new, GrainOptions.defaults(), codecs);
    TurnSettings turns =
        new TurnSettings(
            definition,
            false,
            false,
            CLOCK,
            1_000,
            List.of(),
            new Gate(1, Runnable::run, start -> false),
            new Watchdog(CLOCK),
            new Metrics(null).type("thing"));
    HostServices services =
        new HostServices(
            null, CLOCK, null, null, null, null, null, new Crashes(CLOCK), new Timers(), null);
    return new TypeHost(new TypeSettings(turns, null, null, null, null, 0, 10, "none"), services);
  }

  @Override
  boolean leaveIfIdle(DeactivationReason reason) {
    asked++;
    meanwhile.run();
    if (busy || left != null) {
      whenStaying.run();
      return false;
    }
    left = reason;
    return true;
  }

  @Override
  Answer admit(Batch batch, EntryState entry) {
    throw new UnsupportedOperationException("a resident takes no batches");
  }

  @Override
  void leaveSoon(DeactivationReason reason) {
    leaveIfIdle(reason);
  }

  @Override
  void leave(DeactivationReason reason) {
    leaveIfIdle(reason);
  }

  @Override
  boolean gone() {
    return left != null;
  }

  @Override
  int depth() {
    return 0;
  }

  @Override
  boolean queriesHere() {
    return false;
  }
}
