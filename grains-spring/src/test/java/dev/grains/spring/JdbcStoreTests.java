package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.jdbc.JdbcGrainStore;
import dev.grains.spi.GrainStore;
import dev.grains.spring.account.Account;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

@ExtendWith(OutputCaptureExtension.class)
class JdbcStoreTests {

  private final ApplicationContextRunner bank = Contexts.bank();
  private final ApplicationContextRunner withDatabase =
      bank.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
          .withPropertyValues("spring.datasource.generate-unique-name=true");

  @Test
  void keepsGrainsInTheDatabaseOfTheApplication() {
    withDatabase.run(
        context -> {
          context.getBean(Grains.class).get(Account.class, "42").deposit(100);

          assertThat(storage(context)).isEqualTo("JdbcGrainStore");
          assertThat(context).hasSingleBean(JdbcGrainStore.class);
        });
  }

  @Test
  void keepsGrainsInMemoryWithoutADatabase() {
    bank.run(context -> assertThat(storage(context)).isEqualTo("replicated"));
  }

  @Test
  void keepsGrainsInMemoryWithoutTheModule() {
    withDatabase
        .withClassLoader(new FilteredClassLoader("dev.grains.jdbc"))
        .run(
            context -> {
              assertThat(storage(context)).isEqualTo("replicated");
              assertThat(context).doesNotHaveBean("grainsJdbcStore");
            });
  }

  @Test
  void keepsGrainsInMemoryWhereThatIsWanted() {
    withDatabase
        .withPropertyValues("grains.store=replicated")
        .run(context -> assertThat(storage(context)).isEqualTo("replicated"));
  }

  @Test
  void theStoreOfTheApplicationComesFirst() {
    withDatabase
        .withBean(ClosedStore.class)
        .run(
            context -> {
              assertThat(storage(context)).isEqualTo("ClosedStore");
              assertThat(context).hasSingleBean(GrainStore.class);
            });
  }

  @Test
  void refusesToGuessAmongSeveralDatabases() {
    bank.withBean("one", DataSource.class, JdbcStoreTests::database)
        .withBean("other", DataSource.class, JdbcStoreTests::database)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                    .hasMessageContaining("grains.store")
                    .hasMessageContaining("[one, other]"));
  }

  @Test
  void needsNoPrimaryDatabaseWhereNoneIsWanted() {
    bank.withBean("one", DataSource.class, JdbcStoreTests::database)
        .withBean("other", DataSource.class, JdbcStoreTests::database)
        .withPropertyValues("grains.store=replicated")
        .run(context -> assertThat(storage(context)).isEqualTo("replicated"));
  }

  @ParameterizedTest
  @CsvSource({"auto, true", "replicated, false"})
  void saysThatWithoutADatabaseGrainsAreKeptInMemory(
      String store, boolean said, CapturedOutput output) {
    bank.withPropertyValues("grains.store=" + store)
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(output.getOut().contains("but there is no DataSource bean")).isEqualTo(said);
  }

  private static DataSource database() {
    return new EmbeddedDatabaseBuilder()
        .setType(EmbeddedDatabaseType.H2)
        .generateUniqueName(true)
        .build();
  }

  private static String storage(ApplicationContext context) {
    return context.getBean(Grains.class).status().types().stream()
        .map(TypeStatus::storage)
        .findFirst()
        .orElseThrow();
  }
}
