package dev.grains.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * An internal package has one public class that does something: its door. Values (records, enums),
 * contracts (interfaces) and exceptions may be public beside it.
 */
class DoorTests {

  /** Packages with more than one door: add to it only what a review has seen. */
  private static final Map<String, Set<String>> MORE_DOORS =
      Map.of(
          "admission", Set.of("AdmissionDesk", "EntryTransport"),
          "call",
              Set.of("AnswerFormat", "Batch", "BatchFormat", "CallScope", "Calls", "CommandCall"),
          "cluster", Set.of("Cluster", "MemberConfig", "Partitions", "SendFailures", "Topics"),
          "codec", Set.of("Codecs", "ThrowableCodec", "WireReader", "WireWriter"),
          "commit",
              Set.of(
                  "GroupCommitter",
                  "GroupLookup",
                  "HigherVersionMergePolicy",
                  "PendingCommit",
                  "ReplicaDelta",
                  "ReplicatedEntry",
                  "ReplicatedStore",
                  "Replication"),
          "definition", Set.of("Contract", "ContractMethod", "GrainDefinition"),
          "metrics", Set.of("CallMetrics", "CommitMetrics", "Metrics", "TypeMetrics"),
          "reply", Set.of("ReplyInbox", "ReplyRouter", "ReplyThreads"),
          "turn", Set.of("Gate", "Query", "Turn", "TurnContext", "Watchdog", "WorkerThreads"));

  @Test
  void everyDoorIsADecision() {
    Map<String, TreeSet<String>> doors =
        CoreClasses.ALL.stream()
            .filter(type -> !CoreClasses.isExported(type) && isDoor(type))
            .collect(
                groupingBy(
                    type -> type.getPackageName().substring("dev.grains.internal.".length()),
                    TreeMap::new,
                    mapping(JavaClass::getSimpleName, toCollection(TreeSet::new))));

    doors.forEach(
        (name, found) -> {
          if (found.size() > 1) {
            assertThat(found)
                .as(
                    "public classes in dev.grains.internal.%s: hide those that are not listed",
                    name)
                .isSubsetOf(MORE_DOORS.getOrDefault(name, Set.of()));
          }
        });
  }

  @Test
  void doorsLeadSomewhere() {
    assertThat(CoreClasses.ALL.stream().filter(type -> !CoreClasses.isExported(type)))
        .filteredOn(type -> isDoor(type) && !isUsedElsewhere(type))
        .as("public classes that no other package uses")
        .isEmpty();
  }

  private static boolean isUsedElsewhere(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
  }

  private static boolean isDoor(JavaClass type) {
    return type.isTopLevelClass()
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isInterface()
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }
}
