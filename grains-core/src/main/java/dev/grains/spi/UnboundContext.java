package dev.grains.spi;

import dev.grains.GrainId;
import dev.grains.Grains;

enum UnboundContext implements GrainContext {
  INSTANCE;

  @Override
  public void hooks(GrainHooks hooks) {}

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
        "this grain instance was created outside the runtime and has no identity, state or turn; "
            + "reach grains through Grains.get, or test them with GrainFixture of grains-test");
  }
}
