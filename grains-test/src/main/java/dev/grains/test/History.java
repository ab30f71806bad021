package dev.grains.test;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store would hold of one grain: a state at a version, and the events after it. */
final class History {

  private @Nullable Object base;
  private long baseVersion;
  private final List<Object> events = new ArrayList<>();

  void replace(@Nullable Object state, long version) {
    base = state;
    baseVersion = version;
    events.clear();
  }

  void append(Object event) {
    events.add(event);
  }

  long version() {
    return baseVersion + events.size();
  }

  /** Builds the state with an instance of the grain, as a load does. */
  Object load(Instance instance) {
    Object state = base != null ? base : instance.initialState();
    for (Object event : events) {
      state = instance.apply(state, event);
    }
    return state;
  }
}
