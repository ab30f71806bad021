package dev.grains.jdbc;

import dev.grains.GrainDefinitionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chain of upcasters of one grain type. Thread-safe. */
final class Upcasting {

  private static final int LONGEST_CHAIN = 100;

  private record Stage(String eventType, int format) {}

  private final Map<Stage, Upcaster> stages = new HashMap<>();

  Upcasting(String grainType, List<Upcaster> upcasters) {
    for (Upcaster upcaster : upcasters) {
      if (upcaster.grainType().equals(grainType)) {
        add(upcaster);
      }
    }
  }

  private void add(Upcaster upcaster) {
    if (stages.put(new Stage(upcaster.eventType(), upcaster.format()), upcaster) != null) {
      throw new GrainDefinitionException(
          "two upcasters read events '"
              + upcaster.eventType()
              + "' of format "
              + upcaster.format()
              + " of grain type '"
              + upcaster.grainType()
              + "'; keep one");
    }
  }

  boolean applies(String eventType, int format) {
    return !stages.isEmpty() && stage(eventType, format) != null;
  }

  private @Nullable Upcaster stage(String eventType, int format) {
    return stages.get(new Stage(eventType, format));
  }

  /** Returns what a stored event is today. */
  List<EventForm> upcast(EventForm stored) {
    List<EventForm> result = new ArrayList<>();
    upcast(stored, 0, result);
    return result;
  }

  private void upcast(EventForm form, int depth, List<EventForm> result) {
    Upcaster upcaster = stage(form.eventType(), form.format());
    if (upcaster == null) {
      result.add(form);
    } else if (depth == LONGEST_CHAIN) {
      throw new IllegalStateException(
          "the upcasters of '"
              + form.eventType()
              + "' of format "
              + form.format()
              + " lead in a circle; let each return another type or a higher format");
    } else {
      upcaster.upcast(form).forEach(next -> upcast(next, depth + 1, result));
    }
  }
}
