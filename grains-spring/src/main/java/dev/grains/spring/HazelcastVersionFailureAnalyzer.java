package dev.grains.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to add to the build for the right Hazelcast. */
final class HazelcastVersionFailureAnalyzer
    extends AbstractFailureAnalyzer<HazelcastVersionException> {

  private static final String ACTION =
      """
      Spring Boot manages another version of Hazelcast. Override it in the pom.xml of the application:

          <properties>
              <hazelcast.version>%1$s</hazelcast.version>
          </properties>

      or, with Gradle and the plugin io.spring.dependency-management, in build.gradle:

          ext['hazelcast.version'] = '%1$s'

      A build that imports spring-boot-dependencies and has no spring-boot-starter-parent \
      imports dev.grains:grains-bom before it instead.""";

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, HazelcastVersionException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        ACTION.formatted(HazelcastVersionCheck.REQUIRED),
        cause);
  }
}
