package dev.grains.test.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountClusterIT {

  // tag::kill[]
  @Test
  void balanceOutlivesTheMemberThatKeptIt() {
    try (GrainCluster cluster =
        GrainCluster.of(3, grains -> grains.register(Account.class, AccountGrain::new))) {
      Grains owner = cluster.ownerOf(Account.class, "42");
      owner.get(Account.class, "42").deposit(100);

      cluster.kill(owner);

      Account account = cluster.member(0).get(Account.class, "42");
      assertThat(account.balance()).isEqualTo(100);
    }
  }

  // end::kill[]

  // tag::rebalance[]
  @Test
  void balanceMovesWithItsPartition() {
    try (GrainCluster cluster =
        GrainCluster.of(1, grains -> grains.register(Account.class, AccountGrain::new))) {
      Grains first = cluster.member(0);
      first.get(Account.class, "42").deposit(100);

      Grains second = cluster.join();
      cluster.leave(first);

      assertThat(second.get(Account.class, "42").deposit(1)).isEqualTo(101);
    }
  }

  // end::rebalance[]

  // tag::clock[]
  @Test
  void leavesMemoryAfterAQuarterOfAnHour() {
    SettableClock clock = new SettableClock();
    try (GrainCluster cluster =
        GrainCluster.of(
            1, grains -> grains.register(Account.class, AccountGrain::new).clock(clock))) {
      Grains member = cluster.member(0);
      member.get(Account.class, "42").deposit(100);

      clock.advance(Duration.ofMinutes(16));

      await().until(() -> member.status().types().stream().mapToInt(TypeStatus::active).sum() == 0);
      assertThat(member.get(Account.class, "42").balance()).isEqualTo(100);
    }
  }
  // end::clock[]
}
