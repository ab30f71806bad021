package dev.grains.spring.metrics;

import dev.grains.annotation.Grain;
import java.util.concurrent.CompletionStage;

@Grain("gate")
interface Gate {

  CompletionStage<String> pass();
}
