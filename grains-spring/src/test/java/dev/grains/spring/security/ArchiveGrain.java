package dev.grains.spring.security;

import dev.grains.Grain;

final class ArchiveGrain extends Grain implements Archive {

  @Override
  public String read() {
    return "secret";
  }

  @Override
  public void burn() {}
}
