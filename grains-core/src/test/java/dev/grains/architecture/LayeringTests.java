package dev.grains.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.grains.architecture.CoreClasses.INTERNAL;
import static dev.grains.architecture.CoreClasses.INTERNAL_TYPES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.grains.ClusterOptions;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import org.junit.jupiter.api.Test;

class LayeringTests {

  private static final DescribedPredicate<JavaClass> HAZELCAST =
      resideInAPackage("com.hazelcast..").as("types of Hazelcast");

  // the parts of Hazelcast that may change in any release
  private static final DescribedPredicate<JavaClass> HAZELCAST_INTERNALS =
      nameMatching("com\\.hazelcast\\.(.+\\.)?(impl|internal)\\..+")
          .<JavaClass>forSubtype()
          .as("internals of Hazelcast");

  /** Those in front, and the packages that are parts of the data grid themselves. */
  private static final DescribedPredicate<JavaClass> MAY_KNOW_HAZELCAST =
      resideInAnyPackage(
              "dev.grains.internal.cluster..",
              "dev.grains.internal.admission..",
              "dev.grains.internal.commit..",
              "dev.grains.internal.runtime..")
          .or(
              describe(
                  "are the API's own doors",
                  type ->
                      type.isEquivalentTo(Grains.class)
                          || type.isEquivalentTo(GrainsBuilder.class)
                          || type.isEquivalentTo(ClusterOptions.class)));

  @Test
  void internalPackagesAreFreeOfCycles() {
    check(slices().matching("dev.grains.internal.(*)..").should().beFreeOfCycles());
  }

  @Test
  void apiAndSpiLeanOnTheRuntimeInOnePlaceOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .and()
            .doNotBelongToAnyOf(Grains.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL));
    check(
        noClasses()
            .that()
            .belongToAnyOf(Grains.class)
            .should()
            .dependOnClassesThat(
                INTERNAL_TYPES.and(
                    DescribedPredicate.not(resideInAPackage("dev.grains.internal.runtime")))));
  }

  @Test
  void apiAndSpiNeverExposeInternalTypes() {
    check(classes().that().resideOutsideOfPackage(INTERNAL).should(new NotExpose(INTERNAL_TYPES)));
  }

  @Test
  void hazelcastIsKnownToFewPackages() {
    check(
        noClasses()
            .that(DescribedPredicate.not(MAY_KNOW_HAZELCAST))
            .should()
            .dependOnClassesThat(HAZELCAST));
  }

  @Test
  void internalsOfHazelcastAreKnownToOnePackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.grains.internal.cluster..")
            .should()
            .dependOnClassesThat(HAZELCAST_INTERNALS));
  }

  @Test
  void internalsOfTheJdkAreKnownToNobody() {
    check(noClasses().should().dependOnClassesThat().resideInAnyPackage("sun..", "jdk.internal.."));
  }

  @Test
  void frameworkKnowsNothingOfItsNeighbours() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..", "java.sql..", "org.junit..", "dev.grains.test.."));
  }

  private static void check(ArchRule rule) {
    rule.check(CoreClasses.ALL);
  }
}
