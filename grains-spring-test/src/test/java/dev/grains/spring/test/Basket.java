package dev.grains.spring.test;

import dev.grains.annotation.Grain;

@Grain("basket")
interface Basket {

  int add(int price);
}
