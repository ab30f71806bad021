package dev.grains.test;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A cluster of members in this JVM, on loopback, for tests of what happens when members join, leave
 * and die.
 *
 * <p>Every member has a {@link Grains} of its own on a free port, and the name of the cluster is
 * unique, so test runs beside each other do not meet. Thread-safe: callers may use members while
 * another thread changes the cluster. All waiting is bounded and ends with an {@link
 * IllegalStateException} that says what is missing.
 *
 * <pre>{@code
 * try (GrainCluster cluster =
 *     GrainCluster.of(3, grains -> grains.register(Account.class, AccountGrain::new))) {
 *   cluster.member(0).get(Account.class, "42").deposit(100);
 *   cluster.kill(cluster.ownerOf(Account.class, "42"));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class GrainCluster implements AutoCloseable {

  private static final int KEYS_TRIED = 100_000;

  private final LoopbackProfile profile;
  private final Consumer<GrainsBuilder> setup;
  private final Duration patience;
  private final Supplier<GrainsBuilder> builders;
  private final List<Participant> participants = new CopyOnWriteArrayList<>();

  GrainCluster(
      LoopbackProfile profile,
      Consumer<GrainsBuilder> setup,
      Duration patience,
      Supplier<GrainsBuilder> builders) {
    this.profile = profile;
    this.setup = setup;
    this.patience = patience;
    this.builders = builders;
  }

  /**
   * Starts a cluster with the default settings and waits until it is safe.
   *
   * @param members how many members
   * @param setup registers types and sets what else a member, lite member or client needs
   * @return the running cluster
   */
  public static GrainCluster of(int members, Consumer<GrainsBuilder> setup) {
    return builder().members(members).setup(setup).start();
  }

  /**
   * Returns a builder of a cluster of one member that hosts nothing.
   *
   * @return a new builder
   */
  public static GrainClusterBuilder builder() {
    return new GrainClusterBuilder();
  }

  /**
   * Adds a member set up like the others and waits until the cluster is safe.
   *
   * @return the new member
   */
  public Grains join() {
    return join(setup);
  }

  /**
   * Adds a member that is set up in another way and waits until the cluster is safe.
   *
   * @param otherSetup used instead of the common one
   * @return the new member
   */
  public Grains join(Consumer<GrainsBuilder> otherSetup) {
    Grains member = start(Participant.Role.MEMBER, otherSetup);
    awaitSafe();
    return member;
  }

  /**
   * Adds a lite member, which calls grains and hosts none.
   *
   * @return the caller
   */
  public Grains liteMember() {
    Grains caller = start(Participant.Role.LITE_MEMBER, setup);
    awaitSafe();
    return caller;
  }

  /**
   * Adds a Hazelcast client, which calls grains and hosts none.
   *
   * @return the caller
   */
  public synchronized Grains client() {
    ClientConfig config = profile.client(addresses());
    HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
    try {
      GrainsBuilder builder = builders.get().hazelcast(client);
      setup.accept(builder);
      return add(Participant.Role.CLIENT, builder.start());
    } catch (RuntimeException | Error e) {
      client.shutdown();
      throw e;
    }
  }

  synchronized Grains start(Participant.Role role, Consumer<GrainsBuilder> memberSetup) {
    boolean lite = role == Participant.Role.LITE_MEMBER;
    GrainsBuilder builder = builders.get().cluster(profile.member(addresses(), lite));
    memberSetup.accept(builder);
    return add(role, builder.start());
  }

  private Grains add(Participant.Role role, Grains grains) {
    participants.add(new Participant(role, grains));
    return grains;
  }

  private List<String> addresses() {
    return hosts().stream().map(Participant::address).toList();
  }

  /**
   * Returns the members that host grains and are neither closed nor killed, oldest first.
   *
   * @return the members
   */
  public List<Grains> members() {
    return hosts().stream().map(Participant::grains).toList();
  }

  private List<Participant> hosts() {
    return participants.stream().filter(Participant::isHost).toList();
  }

  /**
   * Returns one of {@link #members()}.
   *
   * @param index its place, 0 for the oldest
   * @return the member
   */
  public Grains member(int index) {
    return members().get(index);
  }

  /**
   * Returns the member that owns a grain right now.
   *
   * @param contract the contract
   * @param key the key of the grain
   * @return the member
   */
  public Grains ownerOf(Class<?> contract, String key) {
    return ownerOf(key).grains();
  }

  private Participant ownerOf(String key) {
    Member owner = hosts().get(0).hazelcast().getPartitionService().getPartition(key).getOwner();
    return hosts().stream()
        .filter(host -> owner != null && host.uuid().equals(owner.getUuid()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the owner of key '"
                        + key
                        + "', "
                        + owner
                        + ", is not one of the live members;"
                        + " call awaitSafe() after a member has died"));
  }

  /**
   * Returns a key whose grains a member owns, of whatever type they are.
   *
   * @param member the member
   * @param prefix what the key starts with; another prefix gives another key
   * @return the prefix and a number
   */
  public String keyOwnedBy(Grains member, String prefix) {
    for (int i = 0; i < KEYS_TRIED; i++) {
      if (ownerOf(prefix + i).grains() == member) {
        return prefix + i;
      }
    }
    throw new IllegalStateException(
        "no key of "
            + KEYS_TRIED
            + " starting with '"
            + prefix
            + "' is owned by "
            + member
            + "; is it a member of this cluster that hosts grains?");
  }

  /**
   * Closes a member, lite member or client gracefully: it finishes its work, hands over what it
   * owns and leaves. Blocks until it is gone.
   *
   * @param grains the one that leaves
   */
  public void leave(Grains grains) {
    remove(grains).leave();
  }

  /**
   * Kills a member, lite member or client: it loses its connections at once, and nothing is handed
   * over or finished. Its threads live on in this JVM until their turns end, as those of a paused
   * member would. The others notice on their own; {@link #awaitSafe} waits for that.
   *
   * @param grains the one that dies
   */
  public void kill(Grains grains) {
    remove(grains).die();
  }

  private synchronized Participant remove(Grains grains) {
    Participant found =
        participants.stream()
            .filter(participant -> participant.grains() == grains)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(grains + " is not, or no longer, in the cluster"));
    participants.remove(found);
    return found;
  }

  /**
   * Waits until every member sees the same cluster, every hosting member owns partitions, and every
   * partition has its backups.
   */
  public void awaitSafe() {
    BoundedWait.until(
        "a safe cluster " + profile.name(),
        patience,
        () -> new ClusterSafety(participants).missing());
  }

  /**
   * Kills whoever is still there. What a test wants to see drained, it lets {@link #leave} first.
   */
  @Override
  public synchronized void close() {
    List<Participant> rest = List.copyOf(participants);
    participants.clear();
    for (int i = rest.size() - 1; i >= 0; i--) {
      rest.get(i).die();
    }
  }
}
