package dev.grains.spring.broken.twins;

import dev.grains.Grain;

public final class Twins {

  private Twins() {}

  static final class One extends Grain implements Twin {
    @Override
    public void cry() {}
  }

  static final class Other extends Grain implements Twin {
    @Override
    public void cry() {}
  }
}
