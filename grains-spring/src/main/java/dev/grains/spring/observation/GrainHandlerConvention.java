package dev.grains.spring.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names and tags of the observations of handlers. */
final class GrainHandlerConvention implements ObservationConvention<GrainHandlerContext> {

  static final GrainHandlerConvention INSTANCE = new GrainHandlerConvention();

  @Override
  public String getName() {
    return "grains.handler";
  }

  @Override
  public String getContextualName(GrainHandlerContext context) {
    return CallTags.contextualName(context.call());
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(GrainHandlerContext context) {
    return CallTags.low(context.call());
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(GrainHandlerContext context) {
    return CallTags.high(context.call());
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof GrainHandlerContext;
  }
}
