package dev.grains.jdbc.cluster;

import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.Snapshot;

@NonBlocking
@Snapshot(every = 20)
final class ComputingCounterGrain extends CounterGrain implements ComputingCounter {}
