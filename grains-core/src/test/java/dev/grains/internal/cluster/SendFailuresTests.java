package dev.grains.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.HazelcastOverloadException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.MemberLeftException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.partition.NoDataMemberInClusterException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendFailuresTests {

  static Throwable[] surelyNotDone() {
    return new Throwable[] {
      new SplitBrainProtectionException("too few"),
      new NoDataMemberInClusterException("none"),
      new HazelcastOverloadException("full"),
      new HazelcastSerializationException("unreadable")
    };
  }

  @ParameterizedTest
  @MethodSource("surelyNotDone")
  void whatHazelcastRefusesWasNotDone(Throwable failure) {
    assertThat(SendFailures.notDone(failure)).isTrue();
    assertThat(SendFailures.notDone(new CompletionException(failure))).isTrue();
    assertThat(SendFailures.notDone(new CompletionException(new HazelcastException(failure))))
        .isTrue();
  }

  static Throwable[] perhapsDone() {
    return new Throwable[] {
      new MemberLeftException("gone"),
      new OperationTimeoutException("silent"),
      new IndeterminateOperationStateException("backup lost"),
      new HazelcastInstanceNotActiveException(),
      new HazelcastException("anything"),
      new IllegalStateException("anything")
    };
  }

  @ParameterizedTest
  @MethodSource("perhapsDone")
  void anythingElseMayHaveBeenDone(Throwable failure) {
    assertThat(SendFailures.notDone(failure)).isFalse();
    assertThat(SendFailures.notDone(new CompletionException(failure))).isFalse();
  }

  @Test
  void missingMembersAreNotWorthALongWait() {
    assertThat(SendFailures.notTaken(new SplitBrainProtectionException("too few"))).isTrue();
    assertThat(SendFailures.notTaken(new NoDataMemberInClusterException("none"))).isTrue();
    assertThat(SendFailures.notTaken(new HazelcastOverloadException("full"))).isFalse();
    assertThat(SendFailures.notTaken(new MemberLeftException("gone"))).isFalse();
  }

  @Test
  void whatCannotBeReadNeverCan() {
    assertThat(SendFailures.hopeless(new HazelcastSerializationException("unreadable"))).isTrue();
    assertThat(SendFailures.hopeless(new MemberLeftException("gone"))).isFalse();
  }

  @Test
  void aMemberThatIsDownIsToldFromOneThatLeft() {
    assertThat(SendFailures.shutDown(new HazelcastInstanceNotActiveException())).isTrue();
    assertThat(SendFailures.shutDown(new MemberLeftException("gone"))).isFalse();
  }
}
