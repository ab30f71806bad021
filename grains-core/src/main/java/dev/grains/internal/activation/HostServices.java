package dev.grains.internal.activation;

import dev.grains.Grains;
import dev.grains.internal.cluster.Partitions;
import dev.grains.internal.reply.ReplyRouter;
import dev.grains.internal.turn.Gate;
import java.time.InstantSource;

/**
 * What all hosted types of a runtime share.
 *
 * @param grains the runtime, for grains that call others
 * @param clock measures idle times and back-off
 * @param partitions says when a partition has left
 * @param router sends answers
 * @param workers the slots of blocking turns
 * @param loads the slots of loads
 * @param afterCommit runs actions of users after a commit
 * @param crashes the grains whose activation keeps failing
 * @param timers runs things later
 * @param afterBackups runs actions once the backups of grains in cluster memory are up to date
 */
record HostServices(
    Grains grains,
    InstantSource clock,
    Partitions partitions,
    ReplyRouter router,
    Gate workers,
    Gate loads,
    Gate afterCommit,
    Crashes crashes,
    Timers timers,
    AfterBackups afterBackups) {}
