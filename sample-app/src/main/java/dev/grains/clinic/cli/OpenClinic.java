package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.clinic.members.ClusterClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;

/** A clinic to look into: the one that runs with the same store, else one that is opened for it. */
final class OpenClinic implements AutoCloseable {

  private final Grains grains;
  private final AutoCloseable source;

  private OpenClinic(Grains grains, AutoCloseable source) {
    this.grains = grains;
    this.source = source;
  }

  static OpenClinic with(StoreOptions store) {
    Optional<ClusterNotice> running =
        NoticeBoard.ofUser().running().stream()
            .filter(notice -> notice.store() == store.kind())
            .filter(notice -> shares(notice, store))
            .findFirst();
    if (running.isPresent()) {
      ClusterClient client = RunningCluster.connect(running.get());
      return new OpenClinic(client.grains(), client);
    }
    if (store.kind() == StoreKind.REPLICATED) {
      throw new CommandFailure(
          "no clinic runs that keeps its patients in memory; start one with"
              + " 'clinic serve --store replicated'",
          null);
    }
    Clinic clinic = Clinic.open(store, 0, WebApplicationType.NONE, Map.of());
    return new OpenClinic(clinic.grains(), clinic);
  }

  // a server can be shared, a file and the memory of a cluster cannot
  private static boolean shares(ClusterNotice notice, StoreOptions store) {
    return switch (store.kind()) {
      case H2 -> store.data().toString().equals(notice.data());
      case REPLICATED -> true;
      case POSTGRES -> false;
    };
  }

  Grains grains() {
    return grains;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
  }
}
