package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrainClusterBuilderTests {

  @Test
  void refusesAClusterWithoutMembers() {
    assertThatThrownBy(() -> GrainCluster.builder().members(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void refusesMembersThatCouldOwnNothing() {
    assertThatThrownBy(() -> GrainCluster.builder().members(3).partitions(2).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("2 partitions", "3 members");
  }
}
