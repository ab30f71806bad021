package dev.grains.clinic.members;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.grains.Grain;
import dev.grains.GrainsStatus;
import java.util.concurrent.CompletionStage;

/** The front desk. It blocks: the member asks the others whether the cluster is safe. */
public final class FrontDeskGrain extends Grain implements FrontDesk {

  @Override
  public CompletionStage<GrainsStatus> status() {
    return completedFuture(grains().status());
  }
}
