package dev.grains.jdbc.cluster;

final class BlockingCounterGrain extends CounterGrain implements BlockingCounter {}
