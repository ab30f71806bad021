package dev.grains;

import java.time.Duration;
import java.util.List;

/**
 * What one member hosts and does, at one moment.
 *
 * @param member the address of the member, or the name of the client
 * @param hosting whether this JVM hosts grains; a client or lite member does not
 * @param members the number of members of the cluster
 * @param partitionsOwned the number of partitions this member owns
 * @param safe whether every partition is known to have its backups; false also where a member did
 *     not say so within a second, and always true on a client, which cannot ask
 * @param lanes the number of lanes with unanswered or waiting calls
 * @param oldestTurn how long the oldest running turn has been running, zero if none is
 * @param types the registered types, by name
 * @since 0.1
 */
public record GrainsStatus(
    String member,
    boolean hosting,
    int members,
    int partitionsOwned,
    boolean safe,
    int lanes,
    Duration oldestTurn,
    List<TypeStatus> types) {

  /** Copies the list. */
  public GrainsStatus {
    types = List.copyOf(types);
  }

  /**
   * One grain type on this member.
   *
   * @param name the name of the type
   * @param contract the class name of its contract
   * @param storage where its grains are kept
   * @param active the number of activations in memory
   * @param maxActive the bound on that number
   */
  public record TypeStatus(
      String name, String contract, String storage, int active, int maxActive) {}
}
