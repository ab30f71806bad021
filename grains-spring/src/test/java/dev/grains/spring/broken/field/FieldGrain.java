package dev.grains.spring.broken.field;

import dev.grains.Grain;
import dev.grains.Grains;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public final class FieldGrain extends Grain implements Field {

  @Autowired private @Nullable Grains grains;

  @Override
  public boolean call() {
    return grains != null;
  }
}
