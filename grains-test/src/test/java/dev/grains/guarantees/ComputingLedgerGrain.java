package dev.grains.guarantees;

import dev.grains.annotation.NonBlocking;

@NonBlocking
final class ComputingLedgerGrain extends LedgerGrain implements ComputingLedger {}
