package dev.grains.spring.web;

// tag::versioned[]
record LedgerView(long cents, long version) implements Versioned {}
// end::versioned[]
