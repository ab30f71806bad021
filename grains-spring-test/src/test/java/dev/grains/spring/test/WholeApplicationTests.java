package dev.grains.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

// tag::whole[]
@SpringBootTest
@AutoConfigureTestGrains
class WholeApplicationTests {

  @Test
  void basketsGetTheDiscountOfTheApplication(@Autowired Grains grains) {
    assertThat(grains.get(Basket.class, "1").add(10)).isEqualTo(5);
  }
}
// end::whole[]
