package dev.grains.internal.codec;

import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/** Counts the properties that Jackson would write of an object. For one use. */
final class WrittenProperties extends JsonFormatVisitorWrapper.Base {

  private int count = Integer.MAX_VALUE;

  /** Returns the number of properties, or the largest number if it is not written as an object. */
  int count() {
    return count;
  }

  @Override
  public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
    count = 0;
    return new Counter(getContext());
  }

  private final class Counter extends JsonObjectFormatVisitor.Base {

    Counter(SerializationContext context) {
      super(context);
    }

    @Override
    public void property(BeanProperty property) {
      count++;
    }

    @Override
    public void optionalProperty(BeanProperty property) {
      count++;
    }
  }
}
