package dev.grains.guarantees;

final class BlockingLedgerGrain extends LedgerGrain implements BlockingLedger {}
