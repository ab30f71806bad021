package dev.grains.spring;

import dev.grains.DeactivationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code grains.*}. Immutable.
 *
 * @param callTimeout Time a caller waits for a reply unless the options of the call say otherwise.
 * @param healAfter Time an owner that has accepted a command may stay silent before it is asked
 *     again.
 * @param memoryPressure Share of the heap in use after a garbage collection beyond which cold
 *     activations leave memory; 1 for never.
 * @param store Where stateful and event-sourced grains are kept unless their type says otherwise.
 * @param backupCount Number of synchronous backups of replicated grains.
 * @param cluster The cluster of the member that grains start themselves.
 * @param turns Turns of grains on this member.
 * @param lanes Calls on their way out of this member.
 * @param commits Commits of grains on this member.
 * @param types Settings of single grain types, by the name of the type.
 * @param shutdown The end of the member.
 * @param web Grains behind Spring MVC.
 * @param mdc Whether log lines of handlers carry grain.type and grain.key.
 * @since 0.1
 */
@ConfigurationProperties(prefix = "grains", ignoreUnknownFields = false)
public record GrainsProperties(
    @DefaultValue("10s") Duration callTimeout,
    @DefaultValue("2s") Duration healAfter,
    @DefaultValue("1") double memoryPressure,
    @DefaultValue("auto") StoreChoice store,
    @DefaultValue("1") int backupCount,
    @DefaultValue Cluster cluster,
    @DefaultValue Turns turns,
    @DefaultValue Lanes lanes,
    @DefaultValue Commits commits,
    @DefaultValue Map<String, Type> types,
    @DefaultValue Shutdown shutdown,
    @DefaultValue Web web,
    @DefaultValue("true") boolean mdc) {

  /**
   * The cluster of the member that grains start themselves.
   *
   * @param name Name of the cluster; only members of the same name join each other. That of the
   *     application unless set.
   * @param host Local address to listen on. Loopback unless set; with discovery in a cloud the
   *     address of this host.
   * @param port Port to listen on. Any free port unless set; 5701 if there are members to find.
   * @param members Addresses, as host:port, of members to join.
   * @param discovery How other members are found.
   * @param discoveryProperties Settings of the discovery, by their Hazelcast name, such as
   *     service-dns for Kubernetes.
   * @param minMembers Number of members that must be there for commands to be taken.
   * @param lite Whether the member only calls grains and hosts none.
   * @param properties Properties of Hazelcast, by their full name.
   */
  public record Cluster(
      @Nullable String name,
      @Nullable String host,
      @Nullable Integer port,
      @DefaultValue List<String> members,
      @DefaultValue("members") Discovery discovery,
      @DefaultValue Map<String, String> discoveryProperties,
      @DefaultValue("1") int minMembers,
      @DefaultValue("false") boolean lite,
      @DefaultValue Map<String, String> properties) {}

  /**
   * Turns of grains on this member.
   *
   * @param workers Number of blocking turns that run at a time; those that wait for another grain
   *     do not count.
   * @param loads Number of grains that are loaded at a time.
   * @param mailbox Number of batches that may wait at one activation.
   */
  public record Turns(
      @DefaultValue("64") int workers,
      @DefaultValue("50") int loads,
      @DefaultValue("1000") int mailbox) {}

  /**
   * Calls on their way out of this member.
   *
   * @param calls Number of calls that may wait for one grain.
   * @param batchCalls Number of calls that travel together.
   * @param batchBytes Number of bytes of arguments that travel together.
   * @param callBytes Number of bytes that the arguments or the result of one call may have.
   * @param replies Number of threads that complete the stages of asynchronous callers.
   */
  public record Lanes(
      @DefaultValue("1000") int calls,
      @DefaultValue("256") int batchCalls,
      @DefaultValue("1048576") int batchBytes,
      @DefaultValue("1048576") int callBytes,
      @DefaultValue("2") int replies) {}

  /**
   * Commits of grains on this member.
   *
   * @param committers Number of threads, each with one transaction at a time, that write to a
   *     store.
   * @param queue Number of commits that may wait for a committer.
   * @param groupCommits Number of commits that share a transaction.
   * @param groupBytes Number of bytes of replies and keys that share a transaction.
   */
  public record Commits(
      @DefaultValue("2") int committers,
      @DefaultValue("10000") int queue,
      @DefaultValue("400") int groupCommits,
      @DefaultValue("4194304") int groupBytes) {}

  /**
   * Settings of one grain type.
   *
   * @param idleTimeout Time an activation stays in memory without being called.
   * @param maxActive Number of activations that a member keeps.
   * @param policy Which activations leave when there are more.
   * @param store Where the grains are kept.
   * @param backupCount Number of synchronous backups if the grains are replicated.
   * @param idempotencyRetention Time that idempotency keys are kept.
   */
  public record Type(
      @Nullable Duration idleTimeout,
      @Nullable Integer maxActive,
      @Nullable DeactivationPolicy policy,
      @Nullable StoreChoice store,
      @Nullable Integer backupCount,
      @Nullable Duration idempotencyRetention) {}

  /**
   * The end of the member.
   *
   * @param announce Time between readiness going down and the web server stopping to accept, for
   *     balancers to notice. None unless set; 5 seconds on Kubernetes.
   * @param timeout Time that turns and commits have to finish, and then partitions to move.
   */
  public record Shutdown(@Nullable Duration announce, @DefaultValue("30s") Duration timeout) {}

  /**
   * Grains behind Spring MVC.
   *
   * @param problemDetails Whether failures of calls become problems of RFC 9457.
   * @param retryAfter Time after which clients are told to come back, of those that found too much
   *     to do or nobody to do it.
   */
  public record Web(
      @DefaultValue("true") boolean problemDetails, @DefaultValue("1s") Duration retryAfter) {}
}
