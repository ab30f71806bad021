package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/** An entry processor without fields, so that the wire carries a class id and nothing else. */
interface Ground extends EntryProcessor<String, Long, Long>, IdentifiedDataSerializable {

  int FACTORY_ID = 7_000;

  @Override
  default int getFactoryId() {
    return FACTORY_ID;
  }

  @Override
  default void writeData(ObjectDataOutput out) {}

  @Override
  default void readData(ObjectDataInput in) {}

  /**
   * Makes the entry processor of a class id.
   *
   * @param classId the id
   * @return a new one
   */
  static IdentifiedDataSerializable create(int classId) {
    return switch (classId) {
      case AddOne.CLASS_ID -> new AddOne();
      case ReadValue.CLASS_ID -> new ReadValue();
      case OffloadedAddOne.CLASS_ID -> new OffloadedAddOne();
      case OffloadedAddBeside.CLASS_ID -> new OffloadedAddBeside();
      case OffloadedReadBeside.CLASS_ID -> new OffloadedReadBeside();
      default -> throw new IllegalArgumentException("no entry processor has the id " + classId);
    };
  }
}
