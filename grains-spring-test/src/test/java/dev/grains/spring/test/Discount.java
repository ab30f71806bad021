package dev.grains.spring.test;

interface Discount {

  int of(int price);
}
