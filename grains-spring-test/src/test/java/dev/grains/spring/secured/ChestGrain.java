package dev.grains.spring.secured;

import dev.grains.Grain;

final class ChestGrain extends Grain implements Chest {

  @Override
  public String open() {
    return "gold";
  }
}
