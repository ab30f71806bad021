package dev.grains.spring.broken.component;

import dev.grains.Grain;
import org.springframework.stereotype.Component;

@Component
public class ComponentGrain extends Grain implements Part {

  @Override
  public void call() {}
}
