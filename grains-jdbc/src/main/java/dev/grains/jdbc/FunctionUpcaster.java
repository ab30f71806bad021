package dev.grains.jdbc;

import java.util.List;
import java.util.function.Function;

record FunctionUpcaster(
    String grainType, String eventType, int format, Function<EventForm, List<EventForm>> change)
    implements Upcaster {

  @Override
  public List<EventForm> upcast(EventForm stored) {
    return change.apply(stored);
  }
}
