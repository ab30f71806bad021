package dev.grains.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.module.SimpleModule;

/** What the rules of {@link GrainJackson} need beyond switches. */
final class GrainModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  GrainModule() {
    super("grains");
    addSerializer(new BoundedNumbers(BigInteger.class));
    addSerializer(new BoundedNumbers(BigDecimal.class));
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
