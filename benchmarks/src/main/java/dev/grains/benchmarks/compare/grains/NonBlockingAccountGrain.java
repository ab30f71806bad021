package dev.grains.benchmarks.compare.grains;

import dev.grains.annotation.NonBlocking;

/** An account that only computes. */
@NonBlocking
final class NonBlockingAccountGrain extends AccountGrain {}
