package dev.grains.spi;

final class ContextOfConstruction {

  static final ThreadLocal<GrainContext> CURRENT =
      ThreadLocal.withInitial(() -> UnboundContext.INSTANCE);

  private ContextOfConstruction() {}
}
