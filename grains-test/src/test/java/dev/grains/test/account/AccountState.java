package dev.grains.test.account;

record AccountState(long balance) {}
