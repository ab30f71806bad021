package dev.grains.internal.cluster;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects of the runtime that Hazelcast sends, by their class ids.
 *
 * @param classes makes an empty object for each class id
 */
public record WireFactory(Map<Integer, Supplier<IdentifiedDataSerializable>> classes)
    implements DataSerializableFactory {

  /** The id of this factory among all factories of the application. */
  public static final int FACTORY_ID = 0x67_72_6e_73;

  @Override
  public @Nullable IdentifiedDataSerializable create(int classId) {
    Supplier<IdentifiedDataSerializable> maker = classes.get(classId);
    return maker == null ? null : maker.get();
  }
}
