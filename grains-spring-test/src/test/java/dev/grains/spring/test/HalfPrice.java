package dev.grains.spring.test;

import org.springframework.stereotype.Component;

@Component
class HalfPrice implements Discount {

  @Override
  public int of(int price) {
    return price / 2;
  }
}
