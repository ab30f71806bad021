package dev.grains.benchmarks.run;

import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param date the day
 * @param commit the commit that was measured
 * @param command the options of the run
 * @param machine where it took place
 * @param versions the versions of what was measured
 * @param flags the flags of every JVM that was measured
 * @param database the settings of PostgreSQL
 * @param pace how much was measured
 * @param targets what became of the targets
 * @param measurements every figure of every round
 */
record Results(
    String date,
    String commit,
    String command,
    Machine machine,
    Map<String, String> versions,
    List<String> flags,
    Map<String, String> database,
    Pace pace,
    List<Target.Outcome> targets,
    List<Measurement> measurements) {}
