package dev.grains.internal.call;

import dev.grains.CallTimeoutException;
import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import org.jspecify.annotations.Nullable;

/** What callers are told when there is no outcome. */
final class CallFailures {

  private CallFailures() {}

  static GrainOverloadedException overloaded(GrainId id) {
    return new GrainOverloadedException(
        "the command for "
            + id
            + " was not done: its mailbox or the commit queue of its owner is full; slow down and"
            + " send it again");
  }

  static GrainOverloadedException laneFull(GrainId id, int bound) {
    return new GrainOverloadedException(
        "the command for "
            + id
            + " was not sent: "
            + bound
            + " calls of this JVM wait for that"
            + " grain already; slow down and send it again");
  }

  static GrainUnavailableException notHosted(GrainId id) {
    return new GrainUnavailableException(
        "the command for "
            + id
            + " was not done: the member that owns it does not host the type '"
            + id.type()
            + "'; register the type on every data member, or make members that only call lite"
            + " members");
  }

  static GrainUnavailableException unreadable(GrainId id) {
    return new GrainUnavailableException(
        "caller and owner of "
            + id
            + " do not understand each other; do they run the same version of grains and of the"
            + " contract?");
  }

  static GrainUnavailableException tooFewMembers(GrainId id, Throwable cause) {
    return new GrainUnavailableException(
        "the command for "
            + id
            + " was not done: the cluster has fewer members than its min-members, or none that hosts"
            + " grains ("
            + cause.getMessage()
            + "); send it again when the missing members are back",
        cause);
  }

  static GrainUnavailableException notDone(GrainId id, String what, @Nullable Throwable cause) {
    return new GrainUnavailableException(
        "the command for " + id + " was not done, it " + what + "; send it again later", cause);
  }

  static GrainUnavailableException notSent(PendingCall call) {
    return new GrainUnavailableException(
        "the command "
            + call.method.signature()
            + " for "
            + call.id
            + " was not sent before its deadline: earlier commands of this JVM for the grain are"
            + " unanswered; send it again later");
  }

  static CallTimeoutException noReply(GrainId id, String signature, @Nullable Throwable cause) {
    return new CallTimeoutException(
        "no reply from "
            + id
            + " to "
            + signature
            + " before the deadline: the outcome is unknown; ask the grain for its state, or send"
            + " the command again with an idempotency key",
        cause);
  }

  static CallTimeoutException interrupted(PendingCall call, InterruptedException cause) {
    return new CallTimeoutException(
        "interrupted while waiting for "
            + call.id
            + " to reply to "
            + call.method.signature()
            + ": the outcome is unknown",
        cause);
  }

  static CallTimeoutException cutOff(GrainId id, Throwable cause) {
    return new CallTimeoutException(
        "the outcome of the command for "
            + id
            + " is unknown: this member was cut off while it was under way",
        cause);
  }

  /** For a refusal that says nothing of an earlier attempt. */
  static CallTimeoutException earlierAttempt(GrainId id, Throwable refusal) {
    return new CallTimeoutException(
        "the outcome of the command for "
            + id
            + " is unknown: it was attempted before, and what came of that cannot be found out now:"
            + " "
            + refusal.getMessage(),
        refusal);
  }
}
