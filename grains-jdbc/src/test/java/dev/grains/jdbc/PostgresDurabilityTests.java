package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresDurabilityTests {

  private static PGSimpleDataSource dataSource(String options) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(SharedPostgres.server().url());
    dataSource.setOptions(options);
    return dataSource;
  }

  @Test
  void aDatabaseThatForgetsWhatItAcknowledgedIsWarnedAbout() {
    try (CapturedLog log = new CapturedLog(PostgresDialect.class)) {
      JdbcGrainStore.create(dataSource("-c synchronous_commit=off"));

      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("synchronous_commit = off")
          .contains("switch it on");
    }
  }

  @Test
  void aDurableDatabaseIsNotWarnedAbout() {
    try (CapturedLog log = new CapturedLog(PostgresDialect.class)) {
      JdbcGrainStore.create(dataSource(""));

      assertThat(log.messages()).isEmpty();
    }
  }
}
