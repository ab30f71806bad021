package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spring.context.SpringManagedContext;
import dev.grains.GrainDefinitionException;
import dev.grains.Grains;
import dev.grains.spring.account.Account;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.hazelcast.autoconfigure.HazelcastAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class HazelcastInstanceTests {

  private final ApplicationContextRunner bank =
      Contexts.bank().withConfiguration(AutoConfigurations.of(HazelcastAutoConfiguration.class));

  @Test
  void usesTheMemberThatSpringBootMakesOfAConfigBean() {
    bank.withUserConfiguration(WithConfig.class)
        .withPropertyValues("grains.cluster.min-members=1")
        .run(
            context -> {
              Grains grains = context.getBean(Grains.class);
              HazelcastInstance member = context.getBean(HazelcastInstance.class);

              assertThat(grains.get(Account.class, "42").deposit(100)).isEqualTo(99);
              assertThat(grains.hazelcast()).isSameAs(member);
              assertThat(member.getConfig().getManagedContext())
                  .isInstanceOf(SpringManagedContext.class);
              assertThat(member.getConfig().getProperty("hazelcast.shutdownhook.enabled"))
                  .isEqualTo("false");
              assertThat(member.getConfig().getProperty("hazelcast.logging.type"))
                  .isEqualTo("jdk"); // as the application has set it
            });
  }

  @Test
  void leavesTheMemberOfTheApplicationToItsOwner() {
    AtomicReference<Boolean> runningAtTheEndOfGrains = new AtomicReference<>();
    bank.withUserConfiguration(WithConfig.class)
        .run(
            context -> {
              HazelcastInstance member = context.getBean(HazelcastInstance.class);
              SpringGrains grains = context.getBean(SpringGrains.class);

              grains.stop();
              runningAtTheEndOfGrains.set(member.getLifecycleService().isRunning());
              context.close();

              assertThat(runningAtTheEndOfGrains.get()).isTrue();
              assertThat(member.getLifecycleService().isRunning()).isFalse();
            });
  }

  @Test
  void usesTheMemberThatSpringBootMakesOfAFile() {
    bank.withPropertyValues("spring.hazelcast.config=classpath:loopback.yaml")
        .run(
            context -> {
              Grains grains = context.getBean(Grains.class);

              assertThat(grains.get(Account.class, "42").deposit(100)).isEqualTo(99);
              assertThat(grains.hazelcast().getConfig().getClusterName()).isEqualTo("of-the-file");
              assertThat(grains.hazelcast()).isSameAs(context.getBean(HazelcastInstance.class));
            });
  }

  @Test
  void wantsMembersFromConfigBeansAsWellToBeManyEnough() {
    bank.withUserConfiguration(WithConfig.class)
        .withPropertyValues("grains.cluster.min-members=2", "grains.call-timeout=500ms")
        .run(
            context ->
                assertThat(
                        context
                            .getBean(HazelcastInstance.class)
                            .getConfig()
                            .getSplitBrainProtectionConfigs())
                    .hasSize(1));
  }

  @Test
  void refusesAMemberThatWasStartedWithoutGrains() {
    bank.withBean(
            HazelcastInstance.class,
            () -> Hazelcast.newHazelcastInstance(loopback()),
            definition -> definition.setDestroyMethodName("shutdown"))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(GrainDefinitionException.class)
                    .hasMessageContaining("Grains.configure"));
  }

  @Test
  void refusesPropertiesOfAnotherClusterThanThatOfTheMember() {
    bank.withUserConfiguration(WithConfig.class)
        .withPropertyValues("grains.cluster.port=5701")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                    .hasMessageContaining("grains.cluster.port")
                    .hasMessageContaining("5701"));
  }

  @Test
  void callsGrainsAsAClient() {
    bank.withUserConfiguration(WithConfig.class)
        .run(
            members -> {
              HazelcastInstance member = members.getBean(HazelcastInstance.class);
              int port = member.getCluster().getLocalMember().getAddress().getPort();
              Contexts.empty()
                  .withBean(ClientConfig.class, () -> client(port))
                  .withUserConfiguration(WithClient.class)
                  .run(
                      context -> {
                        Grains grains = context.getBean(Grains.class);

                        assertThat(grains.get(Account.class, "42").deposit(100)).isEqualTo(99);
                        assertThat(grains.status().hosting()).isFalse();
                      });
            });
  }

  @Test
  void refusesTooFewMembersForAConfigBeanByTheNameOfTheProperty() {
    bank.withUserConfiguration(WithConfig.class)
        .withPropertyValues("grains.cluster.min-members=0")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                    .hasMessageContaining("grains.cluster.min-members"));
  }

  @Test
  void refusesAConfigBeanOfWhichNobodyMakesAMember() {
    Contexts.bank()
        .withUserConfiguration(WithConfig.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(GrainDefinitionException.class)
                    .hasMessageContaining("[config] configures Hazelcast")
                    .hasMessageContaining("add spring-boot-starter-hazelcast"));
  }

  @Test
  void refusesAClientConfigBeanOfWhichNobodyMakesAClient() {
    Contexts.bank()
        .withBean("toElsewhere", ClientConfig.class, ClientConfig::new)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(GrainDefinitionException.class)
                    .hasMessageContaining("[toElsewhere] configures Hazelcast"));
  }

  private static Config loopback() {
    Config config = new Config().setClusterName("of-the-application");
    new QuickMember().customize(config);
    config.setProperty("hazelcast.logging.type", "jdk");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.getNetworkConfig().setPort(0).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    return config;
  }

  private static ClientConfig client(int port) {
    ClientConfig config = new ClientConfig().setClusterName("of-the-application");
    config.getNetworkConfig().addAddress("127.0.0.1:" + port);
    return config;
  }

  @Configuration(proxyBeanMethods = false)
  static class WithConfig {

    @Bean
    Config config() {
      return loopback();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class WithClient {

    @Bean(destroyMethod = "shutdown")
    HazelcastInstance client(ClientConfig config) {
      return HazelcastClient.newHazelcastClient(config);
    }
  }
}
