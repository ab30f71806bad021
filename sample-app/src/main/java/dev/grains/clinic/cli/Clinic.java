package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.clinic.ClinicApplication;
import dev.grains.clinic.members.Fleet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A running clinic: the application in this JVM, with members in others if asked for. */
final class Clinic implements AutoCloseable {

  private final StoreOptions store;
  private final Database database;
  private final ConfigurableApplicationContext context;
  private final Fleet fleet;
  private NoticeBoard.@Nullable Posted notice;

  private Clinic(
      StoreOptions store, Database database, ConfigurableApplicationContext context, Fleet fleet) {
    this.store = store;
    this.database = database;
    this.context = context;
    this.fleet = fleet;
  }

  /**
   * Starts a clinic and waits until it takes commands.
   *
   * @param store where patients are kept
   * @param members how many members there are beside this one
   * @param web whether it serves the web API
   * @param more further properties of the application in this JVM
   */
  static Clinic open(
      StoreOptions store, int members, WebApplicationType web, Map<String, Object> more) {
    Database database = Database.open(store, members > 0);
    Map<String, Object> cluster = Map.of("grains.cluster.name", "clinic-" + UUID.randomUUID());
    ConfigurableApplicationContext context =
        StartTrouble.explain(
            store, () -> ClinicApplication.start(web, merged(database.here(), cluster, more)));
    Fleet fleet = new Fleet(merged(database.inMembers(), cluster), System.err::println);
    fleet.seed(ClinicApplication.address(context));
    Clinic clinic = new Clinic(store, database, context, fleet);
    try {
      fleet.start(members);
    } catch (RuntimeException failure) {
      clinic.close();
      throw failure;
    }
    return clinic;
  }

  @SafeVarargs
  private static Map<String, Object> merged(Map<String, Object>... parts) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map<String, Object> part : parts) {
      all.putAll(part);
    }
    return all;
  }

  /** Tells other commands of this clinic, until it is closed. */
  void announce(String command) {
    String cluster = grains().hazelcast().getConfig().getClusterName();
    List<String> addresses = List.of(ClinicApplication.address(context));
    notice =
        NoticeBoard.ofUser()
            .post(ClusterNotice.of(command, store.kind(), store.data(), cluster, addresses));
  }

  Grains grains() {
    return context.getBean(Grains.class);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  /** Ends the members first: the store of some is in this JVM. */
  @Override
  public void close() {
    Interruption.undisturbed(
        () -> {
          if (notice != null) {
            notice.close();
          }
          fleet.close();
          context.close();
          database.close();
        });
  }
}
