package dev.grains.internal.definition;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.Snapshot;
import java.util.regex.Pattern;

/** The rules for the interface of a contract. */
final class ContractRules {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private ContractRules() {}

  static void check(Class<?> contract) {
    if (!contract.isInterface() || contract.isAnnotation()) {
      throw refusal(
          contract, "is not an interface; register the interface that the grain class implements");
    }
    Grain annotation = contract.getAnnotation(Grain.class);
    if (annotation == null) {
      throw refusal(contract, "has no @Grain; give it @Grain(\"a-stable-name\")");
    }
    if (!NAME.matcher(annotation.value()).matches()) {
      throw refusal(
          contract,
          "has the unusable name '"
              + annotation.value()
              + "'; use 1 to 64 letters, digits, '-', '_' or '.'");
    }
    if (contract.isSealed()) {
      throw refusal(contract, "is sealed, so that no proxy can implement it; remove 'sealed'");
    }
    if (contract.isAnnotationPresent(NonBlocking.class)
        || contract.isAnnotationPresent(Snapshot.class)) {
      throw refusal(
          contract, "has @NonBlocking or @Snapshot; move the annotation to the grain class");
    }
  }

  static GrainDefinitionException refusal(Class<?> contract, String whyAndRemedy) {
    return new GrainDefinitionException("the contract " + contract.getName() + " " + whyAndRemedy);
  }
}
