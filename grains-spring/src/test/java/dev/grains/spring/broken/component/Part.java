package dev.grains.spring.broken.component;

import dev.grains.annotation.Grain;

@Grain("part")
interface Part {
  void call();
}
