package dev.grains.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ConventionTests {

  private static final ArchCondition<JavaClass> RESIDE_IN_A_NULL_MARKED_PACKAGE =
      ArchCondition.from(
          describe(
              "reside in a package marked with @NullMarked",
              type -> type.getPackage().isAnnotatedWith(NullMarked.class)));

  private static final ArchCondition<JavaClass> BE_FINAL_UNLESS_EXTENDED =
      ArchCondition.from(
          describe(
              "be final unless something extends them",
              type ->
                  type.getModifiers().contains(JavaModifier.FINAL)
                      || type.isEnum()
                      || !type.getSubclasses().isEmpty()));

  @Test
  void everyPackageSaysThatNothingIsNullUnlessMarked() {
    check(classes().should(RESIDE_IN_A_NULL_MARKED_PACKAGE));
  }

  @Test
  void timeComesFromTheClockOfTheRuntime() {
    check(
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Date.class)
            .because("tests set the clock: take an InstantSource"));
  }

  @Test
  void systemClockIsTakenInOnePlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.grains.internal.runtime")
            .should()
            .callMethod(InstantSource.class, "system"));
  }

  @Test
  void nobodySleeps() {
    check(
        noClasses()
            .should()
            .callMethodWhere(target(owner(type(Thread.class))).and(target(nameMatching("sleep"))))
            .orShould()
            .callMethodWhere(target(owner(type(TimeUnit.class))).and(target(nameMatching("sleep"))))
            .orShould()
            .callMethodWhere(
                target(owner(type(LockSupport.class))).and(target(nameMatching("parkUntil")))));
  }

  @Test
  void nobodyPrints() {
    check(
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(target(nameMatching("printStackTrace"))));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers|Manager|Managers)")
            .orShould()
            .haveNameMatching(".*\\.(I[A-Z][a-z]|Abstract)\\w*"));
  }

  @Test
  void internalClassesAreClosed() {
    check(
        classes()
            .that()
            .resideInAPackage(CoreClasses.INTERNAL)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .should(BE_FINAL_UNLESS_EXTENDED));
  }

  private static void check(ArchRule rule) {
    rule.check(CoreClasses.ALL);
  }
}
