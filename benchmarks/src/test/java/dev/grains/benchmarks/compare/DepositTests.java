package dev.grains.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DepositTests {

  @Test
  void isAboutAsLongAsTheBaselineSays() {
    byte[] json = JsonMapper.shared().writeValueAsBytes(Deposit.ONE_CENT);

    assertThat(json).hasSizeBetween(110, 130);
  }
}
