package dev.grains.test;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.CallOptions;
import dev.grains.GrainId;
import dev.grains.GrainStatus;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What {@code grains()} is to a grain in a fixture: the door to the stand-ins. */
final class FixtureGrains implements Grains {

  private final FixtureContext caller;
  private final StandIns standIns;
  private final Survival survival;
  private final boolean nonBlocking;

  FixtureGrains(FixtureContext caller, StandIns standIns, Survival survival, boolean nonBlocking) {
    this.caller = caller;
    this.standIns = standIns;
    this.survival = survival;
    this.nonBlocking = nonBlocking;
  }

  @Override
  public <C> C get(Class<C> type, String key, CallOptions options) {
    Contract contract = standIns.contract(type);
    GrainId id = new GrainId(contract.typeName(), key);
    return type.cast(
        ContractProxy.of(contract, id, (method, arguments) -> call(id, method, arguments)));
  }

  private @Nullable Object call(GrainId id, ContractMethod method, @Nullable Object[] given)
      throws Throwable {
    String call = Calls.describe(id, method, given);
    checkCall(id, method, call);
    @Nullable Object[] arguments = survival.arguments(method, given, call);
    try {
      @Nullable Object reply = Calls.settle(standIns.call(id, method, arguments), call);
      return survival.reply(method, reply, call);
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      throw survival.failure(method, e, id, call);
    }
  }

  private void checkCall(GrainId id, ContractMethod method, String call) {
    boolean inTurn = caller.phase() != FixtureContext.Phase.AFTER_COMMIT;
    if (nonBlocking && inTurn) {
      throw caller.violated(
          "a @NonBlocking grain calls " + call + "; move the call into afterCommit", null);
    }
    if (inTurn && id.equals(caller.id())) {
      throw caller.violated("the grain calls itself, which is a call cycle: " + call, null);
    }
    if (!standIns.has(id)) {
      String contract = method.method().getDeclaringClass().getSimpleName();
      throw caller.violated(
          "nothing stands in for "
              + id
              + ", which it calls with "
              + call
              + "; add standIn("
              + contract
              + ".class, \""
              + id.key()
              + "\", ...) to the fixture",
          null);
    }
  }

  @Override
  public CompletionStage<Void> deactivate(Class<?> contract, String key) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<GrainStatus> inspect(Class<?> contract, String key, boolean withState) {
    throw noCluster("inspect()");
  }

  @Override
  public GrainsStatus status() {
    throw noCluster("status()");
  }

  @Override
  public HazelcastInstance hazelcast() {
    throw noCluster("hazelcast()");
  }

  @Override
  public void close() {
    throw caller.violated("a grain must not close its runtime", null);
  }

  private static UnsupportedOperationException noCluster(String what) {
    return new UnsupportedOperationException(
        "a fixture has no cluster to answer " + what + "; use GrainCluster in such a test");
  }
}
