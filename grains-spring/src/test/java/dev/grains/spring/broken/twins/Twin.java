package dev.grains.spring.broken.twins;

import dev.grains.annotation.Grain;

@Grain("twin")
interface Twin {
  void cry();
}
