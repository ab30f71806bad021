package dev.grains.spring.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names and tags of the observations of calls. */
final class GrainCallConvention implements ObservationConvention<GrainCallContext> {

  static final GrainCallConvention INSTANCE = new GrainCallConvention();

  @Override
  public String getName() {
    return "grains.call";
  }

  @Override
  public String getContextualName(GrainCallContext context) {
    return CallTags.contextualName(context.call());
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(GrainCallContext context) {
    return CallTags.low(context.call());
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(GrainCallContext context) {
    return CallTags.high(context.call());
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof GrainCallContext;
  }
}
