package dev.grains.test.account;

sealed interface AccountEvent {

  record Deposited(long cents) implements AccountEvent {}

  record Withdrawn(long cents) implements AccountEvent {}

  record Sent(String to, long cents) implements AccountEvent {}
}
