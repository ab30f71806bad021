package dev.grains.benchmarks.compare.pekko;

import dev.grains.benchmarks.compare.Deposit;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.typed.Cluster;

final class RunningPekko implements Running {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ActorSystem<Void> system;
  private final Layout layout;
  private final List<EntityRef<Command>> accounts;

  RunningPekko(ActorSystem<Void> system, Layout layout, ClusterSharding sharding) {
    this.system = system;
    this.layout = layout;
    this.accounts =
        Arrays.stream(Layout.names(name -> true))
            .map(name -> sharding.entityRefFor(PekkoContender.TYPE, name))
            .toList();
  }

  static Address seed(Cluster cluster, String peer) {
    return peer.isEmpty()
        ? cluster.selfMember().address()
        : AddressFromURIString.parse("pekko://benchmark@" + peer);
  }

  @Override
  public String address() {
    Address address = Cluster.get(system).selfMember().address();
    return address.getHost().orElseThrow() + ":" + address.getPort().orElseThrow();
  }

  @Override
  public void send(Work work, int key, Done done) {
    ask(work, key)
        .whenCompleteAsync(
            (value, failure) -> done.accept(failure == null ? value : 0, failure), Runnable::run);
  }

  @Override
  public long call(Work work, int key) throws ExecutionException, InterruptedException {
    return ask(work, key).toCompletableFuture().get();
  }

  @Override
  public long total() throws Exception {
    if (!layout.database().isEmpty()) {
      return Journal.events(layout.database());
    }
    long total = 0;
    for (int key = 0; key < accounts.size(); key++) {
      total += call(Work.READ, key);
    }
    return total;
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }

  private CompletionStage<Long> ask(Work work, int key) {
    return accounts.get(key).ask(replyTo -> command(work, replyTo), TIMEOUT);
  }

  private static Command command(Work work, ActorRef<Long> replyTo) {
    return switch (work) {
      case COUNT -> new Command.Add(replyTo);
      case READ -> new Command.Read(replyTo);
      case DEPOSIT -> new Command.Put(Deposit.ONE_CENT, replyTo);
    };
  }
}
