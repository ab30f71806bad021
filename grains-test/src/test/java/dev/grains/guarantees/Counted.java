package dev.grains.guarantees;

/**
 * A ledger counted a command.
 *
 * @param caller who called
 * @param sequence the number of the call
 */
record Counted(String caller, long sequence) {}
