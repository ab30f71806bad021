package dev.grains.internal.call;

import dev.grains.internal.definition.ContractMethod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method call on its way to the grain. Immutable but for the cached encoded arguments. */
public final class CommandCall {

  private static final Object[] NO_ARGUMENTS = {};

  private final int methodId;
  private final @Nullable ContractMethod method;
  private final @Nullable Object @Nullable [] arguments;
  private byte @Nullable [] encoded;
  private final long deadline;
  private final CallAttributes attributes;

  /** A call made in this JVM; its arguments are passed by reference while they stay in it. */
  CommandCall(
      ContractMethod method,
      @Nullable Object @Nullable [] arguments,
      long deadline,
      CallAttributes attributes) {
    this.methodId = method.id();
    this.method = method;
    this.arguments = arguments == null ? NO_ARGUMENTS : arguments;
    this.deadline = deadline;
    this.attributes = attributes;
  }

  /** A call that came over the wire. */
  CommandCall(int methodId, byte[] encoded, long deadline, CallAttributes attributes) {
    this.methodId = methodId;
    this.method = null;
    this.arguments = null;
    this.encoded = encoded;
    this.deadline = deadline;
    this.attributes = attributes;
  }

  public int methodId() {
    return methodId;
  }

  /** The deadline in milliseconds, by the clock of this JVM. */
  public long deadline() {
    return deadline;
  }

  /** The version that the grain must have, or -1. */
  public long ifVersion() {
    return attributes.ifVersion();
  }

  public @Nullable String idempotencyKey() {
    return attributes.idempotencyKey();
  }

  /** The grains that wait for this call, outermost first. */
  public List<String> chain() {
    return attributes.chain();
  }

  /** Names the chain of calls, null for a call that begins one. */
  public @Nullable String correlation() {
    return attributes.correlation();
  }

  public Map<String, String> headers() {
    return attributes.headers();
  }

  CallAttributes attributes() {
    return attributes;
  }

  /** The arguments, decoded with the owner's method if they came over the wire. */
  public @Nullable Object[] arguments(ContractMethod owners) {
    if (arguments != null) {
      return arguments;
    }
    byte[] bytes = encoded;
    if (bytes == null) {
      throw new IllegalStateException("a call without arguments: " + owners.signature());
    }
    return owners.decodeArguments(bytes);
  }

  /** The size of the arguments if they have been encoded, else nothing. */
  int knownBytes() {
    byte[] bytes = encoded;
    return bytes == null ? 0 : bytes.length;
  }

  /** Encodes the arguments once; confined to the sender until the batch is sent. */
  byte[] encodedArguments() {
    byte[] bytes = encoded;
    if (bytes == null) {
      if (method == null) {
        throw new IllegalStateException("neither encoded nor encodable arguments");
      }
      bytes = method.encodeArguments(arguments);
      encoded = bytes;
    }
    return bytes;
  }
}
