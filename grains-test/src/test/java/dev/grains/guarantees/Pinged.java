package dev.grains.guarantees;

import dev.grains.annotation.Grain;
import java.util.concurrent.CompletionStage;

/** A grain that counts how often it was called. */
@Grain("pinged")
interface Pinged {

  CompletionStage<Long> ping();

  long pingAndWait();
}
