package dev.grains.test.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.grains.DeactivationPolicy;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.StatefulGrain;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often the patient of an observation is in memory already, when observations arrive day by day
 * and a tenth of the patients fit. docs/decisions.md records the figures.
 */
class DeactivationPolicyHitRateIT {

  private static final Logger log = LoggerFactory.getLogger(DeactivationPolicyHitRateIT.class);
  private static final List<String> KEYS = ClinicObservations.read().keysByDay();
  private static final int MAX_ACTIVE = 1_600;

  @Grain("chart")
  interface Chart {
    @ReadOnly
    int pages();
  }

  @NonBlocking
  static final class ChartGrain extends StatefulGrain<Integer> implements Chart {

    @Override
    protected Integer initialState() {
      return 0;
    }

    @Override
    public int pages() {
      return state();
    }
  }

  @Test
  void leastRecentlyUsedFindsTheShareOfPatientsThatIsWrittenDown() {
    assertThat(hitRate(DeactivationPolicy.LRU)).isCloseTo(0.332, within(0.01));
  }

  @Test
  void adaptiveFindsTheShareOfPatientsThatIsWrittenDown() {
    assertThat(hitRate(DeactivationPolicy.ADAPTIVE)).isCloseTo(0.408, within(0.03));
  }

  private static double hitRate(DeactivationPolicy policy) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    GrainOptions options =
        GrainOptions.defaults()
            .withMaxActive(MAX_ACTIVE)
            .withPolicy(policy)
            .withStorage(Storage.none());
    try (Grains grains =
        Grains.builder().register(Chart.class, ChartGrain::new, options).meters(meters).start()) {
      KEYS.forEach(key -> grains.get(Chart.class, key).pages());
      double activations = meters.get("grains.activations").tag("type", "chart").counter().count();
      double rate = 1 - activations / KEYS.size();
      log.info(
          "{} keys, {} of them in memory at most: {} {}", KEYS.size(), MAX_ACTIVE, policy, rate);
      return rate;
    }
  }
}
