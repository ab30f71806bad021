package dev.grains.spring.test;

import dev.grains.StatefulGrain;

final class BasketGrain extends StatefulGrain<BasketGrain.Content> implements Basket {

  record Content(int sum) {}

  private final Discount discount;

  BasketGrain(Discount discount) {
    this.discount = discount;
  }

  @Override
  protected Content initialState() {
    return new Content(0);
  }

  @Override
  public int add(int price) {
    setState(new Content(state().sum() + discount.of(price)));
    return state().sum();
  }
}
