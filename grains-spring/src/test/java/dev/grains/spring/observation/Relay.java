package dev.grains.spring.observation;

import dev.grains.annotation.Grain;

@Grain("relay")
interface Relay {

  long deposit(String account, long cents);
}
