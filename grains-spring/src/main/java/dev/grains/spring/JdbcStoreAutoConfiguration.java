package dev.grains.spring;

import dev.grains.jdbc.JdbcGrainStore;
import dev.grains.jdbc.JdbcGrainStoreOptions;
import dev.grains.jdbc.Upcaster;
import dev.grains.spi.GrainStore;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * the store of grains-jdbc.
 *
 * @since 0.1
 */
@AutoConfiguration(
    before = GrainsAutoConfiguration.class,
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(JdbcGrainStore.class)
@ConditionalOnSingleCandidate(DataSource.class)
public final class JdbcStoreAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(GrainStore.class)
  JdbcGrainStore grainsJdbcStore(
      DataSource dataSource,
      ObjectProvider<Upcaster> upcasters,
      ObjectProvider<InstantSource> clock) {
    JdbcGrainStoreOptions options = JdbcGrainStoreOptions.defaults();
    for (Upcaster upcaster : upcasters.orderedStream().toList()) {
      options = options.withUpcaster(upcaster);
    }
    InstantSource own = clock.getIfUnique();
    return JdbcGrainStore.create(dataSource, own == null ? options : options.withClock(own));
  }
}
