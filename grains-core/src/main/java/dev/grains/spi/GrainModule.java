package dev.grains.spi;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.module.SimpleModule;

/** What the rules of {@link GrainJackson} need beyond switches. */
final class GrainModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  GrainModule() {
    super("grains");
    addAbstractTypeMapping(Set.class, LinkedHashSet.class);
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializerModifier(new StrictReading());
    context.addKeySerializers(new RecordKeys.Writers());
    context.addKeyDeserializers(new RecordKeys.Readers());
  }
}
