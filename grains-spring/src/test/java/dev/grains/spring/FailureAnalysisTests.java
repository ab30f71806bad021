package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.instance.BuildInfoProvider;
import dev.grains.spring.account.Bank;
import dev.grains.spring.broken.bare.BareGrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

  @Test
  void theRequiredHazelcastIsTheOneThatIsTested() {
    assertThat(BuildInfoProvider.getBuildInfo().getVersion())
        .isEqualTo(HazelcastVersionCheck.REQUIRED);
    assertThat(new HazelcastVersionCheck("5.7.4")).satisfies(FailureAnalysisTests::check);
  }

  @Test
  void saysWhatToAddToTheBuildForTheRightHazelcast(CapturedOutput output) {
    assertFails(WithHazelcast55.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("Grains need Hazelcast 5.7.0, but Hazelcast 5.5.0 is on the class path.")
        .contains(
            """
                <properties>
                    <hazelcast.version>5.7.0</hazelcast.version>
                </properties>
            """)
        .contains("ext['hazelcast.version'] = '5.7.0'")
        .contains("imports dev.grains:grains-bom before it")
        .doesNotContain("\tat ");
  }

  @EnableAutoConfiguration
  static class WithHazelcast55 {

    @Bean
    static HazelcastVersionCheck anotherVersion() {
      return new HazelcastVersionCheck("5.5.0");
    }
  }

  @Test
  void saysWhatIsWrongWithAGrain(CapturedOutput output) {
    assertFails(WithBareGrain.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("Grains cannot start: the grain class " + BareGrain.class.getName())
        .contains("let it implement an interface marked with @Grain")
        .doesNotContain("\tat ");
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = BareGrain.class)
  static class WithBareGrain {}

  @Test
  void namesAnInvalidPropertyWithItsOrigin(CapturedOutput output) {
    assertFails(WithGrains.class, "--grains.types.account.max-active=0");

    assertThat(output)
        .contains(
            "Invalid value '0' for configuration property 'grains.types.account.max-active'"
                + " (originating from '\"grains.types.account.max-active\" from property source"
                + " \"commandLineArgs\"')")
        .contains("It must be 1 or more.");
  }

  @EnableAutoConfiguration
  @Import(Bank.class)
  @GrainScan(basePackageClasses = Bank.class)
  static class WithGrains {}

  @Test
  void letsSpringBootNameABeanThatIsMissing(CapturedOutput output) {
    assertFails(WithoutFees.class);

    assertThat(output)
        .contains(
            "Parameter 0 of constructor in dev.grains.spring.account.AccountGrain required a bean"
                + " of type 'dev.grains.spring.account.Fees' that could not be found");
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = Bank.class)
  static class WithoutFees {}

  private static void check(HazelcastVersionCheck check) {
    check.postProcessBeanFactory(new DefaultListableBeanFactory());
  }

  private static void assertFails(Class<?> application, String... arguments) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(application).web(WebApplicationType.NONE);
    assertThatThrownBy(() -> builder.run(arguments).close()).isInstanceOf(RuntimeException.class);
  }
}
