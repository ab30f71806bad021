package dev.grains.spring.security;

import dev.grains.annotation.ReadOnly;

interface Readable {

  @ReadOnly
  String read();
}
