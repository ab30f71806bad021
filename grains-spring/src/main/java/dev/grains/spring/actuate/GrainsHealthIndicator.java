package dev.grains.spring.actuate;

import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoreUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.Lifecycle;

/**
 * Tells whether this member can run commands: up, out of service while it has not started, has
 * stopped or sees too few members, down while a store is out of reach.
 */
final class GrainsHealthIndicator extends AbstractHealthIndicator {

  private final Grains grains;
  private final Map<String, GrainStore> stores;
  private final int minMembers;

  GrainsHealthIndicator(Grains grains, Map<String, GrainStore> stores, int minMembers) {
    super("The health of grains could not be told");
    this.grains = grains;
    this.stores = stores;
    this.minMembers = minMembers;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (grains instanceof Lifecycle lifecycle && !lifecycle.isRunning()) {
      builder.outOfService().withDetail("running", false);
      return;
    }
    GrainsStatus status = grains.status();
    builder
        .up()
        .withDetail("member", status.member())
        .withDetail("clusterSize", status.members())
        .withDetail("minMembers", minMembers)
        .withDetail("safe", status.safe());
    if (status.members() < minMembers) {
      builder.outOfService();
    }
    checkStores(builder);
  }

  private void checkStores(Health.Builder builder) {
    Map<String, String> reachable = new LinkedHashMap<>();
    stores.forEach(
        (name, store) -> {
          try {
            store.ping();
            reachable.put(name, "reachable");
          } catch (StoreUnavailableException unreachable) {
            reachable.put(name, String.valueOf(unreachable.getMessage()));
            builder.down();
          }
        });
    if (!reachable.isEmpty()) {
      builder.withDetail("stores", reachable);
    }
  }
}
