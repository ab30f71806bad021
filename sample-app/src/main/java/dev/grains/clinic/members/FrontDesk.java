package dev.grains.clinic.members;

import dev.grains.GrainsStatus;
import dev.grains.annotation.Grain;
import java.util.concurrent.CompletionStage;

/** The front desk of a member: whoever owns it tells how it is. */
@Grain("front-desk")
public interface FrontDesk {

  /** Returns what the member that owns this grain hosts and does. */
  CompletionStage<GrainsStatus> status();
}
