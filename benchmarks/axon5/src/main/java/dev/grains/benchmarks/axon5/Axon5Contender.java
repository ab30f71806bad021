package dev.grains.benchmarks.axon5;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Contender;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Running;
import jakarta.persistence.EntityManagerFactory;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.Configuration;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.queryhandling.configuration.QueryHandlingModule;

/** Entities on the JPA engine. */
public record Axon5Contender() implements Contender {

  private static final int CONNECTIONS = 16;
  private static final int BATCH = 1_000;

  @Override
  public Running open(Layout layout) {
    System.setProperty("axoniq.update-checker.disabled", "true");
    HikariDataSource pool = Database.pool(layout.database(), CONNECTIONS);
    try {
      EntityManagerFactory managers = Database.entityManagers(pool);
      return new RunningAxon5(pool, managers, start(new JpaTransactions(managers)), CONNECTIONS);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static AxonConfiguration start(JpaTransactions transactions) {
    Balances balances = new Balances();
    return EventSourcingConfigurer.create()
        .registerEntity(EventSourcedEntityModule.autodetected(String.class, Account.class))
        .registerEventStorageEngine(configuration -> engine(configuration, transactions))
        .registerQueryHandlingModule(
            QueryHandlingModule.named("balance-queries")
                .queryHandlers()
                .annotatedQueryHandlingComponent(configuration -> balances)
                .build())
        .messaging(
            messaging ->
                messaging.eventProcessing(
                    processing ->
                        processing.subscribing(
                            subscribing ->
                                subscribing.processor(
                                    "balance-updates",
                                    module ->
                                        module
                                            .eventHandlingComponents(
                                                handlers -> handlers.autodetected(c -> balances))
                                            .notCustomized()))))
        .start();
  }

  private static EventStorageEngine engine(
      Configuration configuration, JpaTransactions transactions) {
    return new AggregateBasedJpaEventStorageEngine(
        transactions,
        transactions,
        configuration.getComponent(EventConverter.class),
        settings -> settings.batchSize(BATCH).finalBatchPredicate(batch -> batch.size() < BATCH));
  }
}
