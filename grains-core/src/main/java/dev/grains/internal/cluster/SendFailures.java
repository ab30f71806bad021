package dev.grains.internal.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.HazelcastOverloadException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.partition.NoDataMemberInClusterException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** What a failure to send an entry processor says about whether it ran. */
public final class SendFailures {

  private SendFailures() {}

  /** Whether the entry processor surely did not run. */
  public static boolean notDone(Throwable failure) {
    Throwable cause = unwrap(failure);
    return notTaken(cause)
        || cause instanceof HazelcastOverloadException
        || cause instanceof HazelcastSerializationException
        || cause instanceof RejectedExecutionException;
  }

  /** Whether the cluster takes no commands for as long as members are missing. */
  public static boolean notTaken(Throwable failure) {
    Throwable cause = unwrap(failure);
    return cause instanceof SplitBrainProtectionException
        || cause instanceof NoDataMemberInClusterException;
  }

  /** Whether sending again can never help. */
  public static boolean hopeless(Throwable failure) {
    return unwrap(failure) instanceof HazelcastSerializationException;
  }

  /** Whether the member or client underneath has been shut down. */
  public static boolean shutDown(Throwable failure) {
    return unwrap(failure) instanceof HazelcastInstanceNotActiveException;
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause.getClass() == HazelcastException.class)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
