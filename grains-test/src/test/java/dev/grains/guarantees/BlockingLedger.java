package dev.grains.guarantees;

import dev.grains.annotation.Grain;

/** A ledger whose handlers may block. */
@Grain("blocking-ledger")
interface BlockingLedger extends Ledger {}
