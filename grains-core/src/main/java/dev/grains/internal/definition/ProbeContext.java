package dev.grains.internal.definition;

import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainHooks;
import org.jspecify.annotations.Nullable;

/** Stands behind the instance that is made at registration, only to be looked at. */
final class ProbeContext implements GrainContext {

  private @Nullable GrainHooks hooks;

  @Override
  public void hooks(GrainHooks instanceHooks) {
    hooks = instanceHooks;
  }

  @Nullable GrainHooks hooks() {
    return hooks;
  }

  @Override
  public GrainId id() {
    throw refusal();
  }

  @Override
  public Grains grains() {
    throw refusal();
  }

  @Override
  public Object state() {
    throw refusal();
  }

  @Override
  public long version() {
    throw refusal();
  }

  @Override
  public void setState(Object state) {
    throw refusal();
  }

  @Override
  public void clearState() {
    throw refusal();
  }

  @Override
  public void emit(Object event) {
    throw refusal();
  }

  @Override
  public void afterCommit(Runnable action) {
    throw refusal();
  }

  @Override
  public void deactivateSoon() {
    throw refusal();
  }

  private static IllegalStateException refusal() {
    return new IllegalStateException(
        "a constructor and initialState must not use the identity, state or turn of the grain;"
            + " do that in onActivate or in a handler");
  }
}
