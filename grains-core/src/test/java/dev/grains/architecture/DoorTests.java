package dev.grains.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The doors of an internal package are its public classes that do something. Values (records,
 * enums), contracts (interfaces) and exceptions may be public beside them.
 */
class DoorTests {

  private static final int MOST_DOORS = 8;

  @Test
  void packagesHaveFewDoors() {
    Map<String, TreeSet<String>> doors =
        publicTypes()
            .filter(DoorTests::isDoor)
            .collect(
                groupingBy(
                    JavaClass::getPackageName,
                    TreeMap::new,
                    mapping(JavaClass::getSimpleName, toCollection(TreeSet::new))));

    assertThat(doors).isNotEmpty();
    doors.forEach(
        (name, found) ->
            assertThat(found).as("doors of %s", name).hasSizeLessThanOrEqualTo(MOST_DOORS));
  }

  private static Stream<JavaClass> publicTypes() {
    return CoreClasses.ALL.stream()
        .filter(type -> !CoreClasses.isExported(type))
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private static boolean isDoor(JavaClass type) {
    return !type.isInterface()
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }
}
