package dev.grains.spring;

import dev.grains.GrainDefinitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with a grain without a stack trace; the message has the remedy. */
final class GrainDefinitionFailureAnalyzer
    extends AbstractFailureAnalyzer<GrainDefinitionException> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, GrainDefinitionException cause) {
    if (findCause(cause, BeansException.class) != null) {
      return null; // a bean that a grain needs: Spring Boot says it better
    }
    return new FailureAnalysis(
        "Grains cannot start: " + cause.getMessage(),
        "Change the contract, the grain class or the setting that is named above.",
        cause);
  }
}
