package dev.grains.benchmarks.axon5;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.load.Limit;
import dev.grains.benchmarks.load.Load;
import dev.grains.benchmarks.load.Session;
import dev.grains.benchmarks.process.Postgres;
import org.junit.jupiter.api.Test;

class Axon5SmokeTests {

  @Test
  void everyAcknowledgedDepositIsInTheStore() throws Exception {
    try (Postgres postgres = Postgres.start();
        Session session =
            new Session(new Axon5Contender().open(Layout.alone(postgres.newDatabase())))) {
      session.run(Load.uniform(Work.DEPOSIT, 16), Limit.calls(100));
      session.run(Load.hot(Work.DEPOSIT, 16), Limit.calls(50));
      session.run(Load.uniform(Work.DEPOSIT, 1), Limit.calls(50));
      session.run(Load.uniform(Work.READ, 16), Limit.calls(100));

      session.verify();
    }
  }
}
