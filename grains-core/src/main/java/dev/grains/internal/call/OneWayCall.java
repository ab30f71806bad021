package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call nobody waits for; that it could not be delivered is logged. */
final class OneWayCall extends PendingCall {

  private static final Logger log = LoggerFactory.getLogger(OneWayCall.class);

  private volatile boolean done;

  OneWayCall(GrainId id, ContractMethod method, CommandCall command) {
    super(id, method, command, null);
  }

  @Override
  boolean done() {
    return done;
  }

  @Override
  boolean completesInPlace() {
    return true;
  }

  @Override
  void complete(@Nullable Object outcome) {
    done = true;
    if (outcome instanceof Failed failed) {
      log.warn(
          "grain={} the one-way command {} failed: {}",
          id,
          method.signature(),
          failed.cause().toString());
    }
  }
}
