package dev.grains.guarantees;

import dev.grains.annotation.Grain;

/** A ledger whose handlers only compute. */
@Grain("computing-ledger")
interface ComputingLedger extends Ledger {}
