package dev.grains.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

// tag::slice[]
@GrainsTest
class BasketTests {

  @TestConfiguration
  static class Beans {

    @Bean
    Discount discount() {
      return price -> price - 1;
    }
  }

  @Test
  void basketsGetTheirDiscount(@Autowired Grains grains) {
    assertThat(grains.get(Basket.class, "1").add(10)).isEqualTo(9);
  }
}
// end::slice[]
