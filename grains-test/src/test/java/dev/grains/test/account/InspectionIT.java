package dev.grains.test.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.GrainStatus;
import dev.grains.Grains;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.test.GrainCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectionIT {

  private final GrainCluster cluster =
      GrainCluster.of(2, grains -> grains.register(Account.class, AccountGrain::new));
  private final Grains member = cluster.member(0);

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void showsWhatIsInMemoryOfAnotherMember() throws Exception {
    Grains other = cluster.member(1);
    String key = cluster.keyOwnedBy(other, "account");
    member.get(Account.class, key).deposit(100);

    GrainStatus status = inspect(member, key, true);

    assertThat(status.id()).hasToString("account/" + key);
    assertThat(status.owner()).isEqualTo(other.status().member());
    assertThat(status.active()).isTrue();
    assertThat(status.version()).isEqualTo(1);
    assertThat(status.state()).isEqualTo("{\"balance\":100}");
  }

  @Test
  void showsWhatIsStoredWithoutActivating() throws Exception {
    member.get(Account.class, "42").deposit(100);
    member.deactivate(Account.class, "42").toCompletableFuture().get(10, SECONDS);
    await().until(() -> !inspect(member, "42", false).active());

    GrainStatus status = inspect(member, "42", true);

    assertThat(status.active()).isFalse();
    assertThat(status.version()).isEqualTo(1);
    assertThat(status.state()).isEqualTo("{\"balance\":100}");
    assertThat(cluster.members()).allMatch(each -> active(each) == 0);
  }

  @Test
  void keepsTheStateToItselfUnlessAsked() throws Exception {
    member.get(Account.class, "42").deposit(100);

    assertThat(inspect(member, "42", false).state()).isNull();
  }

  @Test
  void showsAGrainThatWasNeverCalled() throws Exception {
    GrainStatus status = inspect(member, "never", true);

    assertThat(status.active()).isFalse();
    assertThat(status.version()).isZero();
    assertThat(status.state()).isNull();
  }

  @Test
  void clientsSeeActiveGrainsOnly() throws Exception {
    Grains client = cluster.client();
    client.get(Account.class, "42").deposit(100);

    assertThat(inspect(client, "42", true).state()).isEqualTo("{\"balance\":100}");
    assertThat(inspect(client, "43", true).version()).isEqualTo(-1);
  }

  private static GrainStatus inspect(Grains grains, String key, boolean withState)
      throws Exception {
    return grains.inspect(Account.class, key, withState).toCompletableFuture().get(20, SECONDS);
  }

  private static int active(Grains grains) {
    return grains.status().types().stream().mapToInt(TypeStatus::active).sum();
  }
}
