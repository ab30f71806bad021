package dev.grains.spring.broken.field;

import dev.grains.annotation.Grain;

@Grain("field")
interface Field {
  boolean call();
}
