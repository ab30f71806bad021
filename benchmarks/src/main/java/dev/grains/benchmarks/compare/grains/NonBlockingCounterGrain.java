package dev.grains.benchmarks.compare.grains;

import dev.grains.annotation.NonBlocking;

/** A counter that only computes. */
@NonBlocking
final class NonBlockingCounterGrain extends CounterGrain {}
