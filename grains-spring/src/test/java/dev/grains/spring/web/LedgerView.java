package dev.grains.spring.web;

record LedgerView(long cents, long version) implements Versioned {}
