package dev.grains.benchmarks.compare.hazelcast;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counters that a member keeps beside its map, as an activation is. Thread-safe. */
record Beside(ConcurrentMap<String, AtomicLong> counters) {

  private static final String NAME = "benchmark.counters";

  static void attach(HazelcastInstance member) {
    member.getUserContext().put(NAME, new Beside(new ConcurrentHashMap<>()));
  }

  static AtomicLong counter(HazelcastInstance member, String key) {
    Object beside = requireNonNull(member.getUserContext().get(NAME), NAME);
    return ((Beside) beside).counters().computeIfAbsent(key, name -> new AtomicLong());
  }
}
