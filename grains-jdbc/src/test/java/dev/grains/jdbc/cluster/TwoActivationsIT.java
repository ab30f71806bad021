package dev.grains.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.annotation.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two clusters that do not know each other keep one grain in one database, so that it has two live
 * activations: one commits, the other drops itself, loads and decides again, and neither's caller
 * sees an error.
 */
class TwoActivationsIT {

  private static String url;
  private static PostgresMembers one;
  private static PostgresMembers other;

  @BeforeAll
  static void start() {
    url = Databases.newDatabase("twoactivations");
    one = new PostgresMembers(url, 1);
    other = new PostgresMembers(url, 1);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static Counter counter(
      PostgresMembers members, Class<? extends Counter> contract, String key) {
    return members.member(0).get(contract, key);
  }

  @ParameterizedTest
  @ValueSource(classes = {ComputingCounter.class, BlockingCounter.class, DocumentCounter.class})
  void theLoserReloadsAndDecidesAgain(Class<? extends Counter> contract) throws Exception {
    Counter here = counter(one, contract, "turns");
    Counter there = counter(other, contract, "turns");

    for (int i = 0; i < 10; i++) {
      assertThat(here.count("here", i + 1)).isEqualTo(2L * i + 1);
      assertThat(there.count("there", i + 1)).isEqualTo(2L * i + 2);
    }

    assertThat(there.tally().total()).isEqualTo(20);
    assertThat(there.tally().disorders()).isZero();
    assertThat(new Database(url).streamsWithGaps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(classes = {ComputingCounter.class, BlockingCounter.class, DocumentCounter.class})
  void everyCommandOfBothTakesEffectOnceWhenTheyRace(Class<? extends Counter> contract)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Counter counter = counter(i % 2 == 0 ? one : other, contract, "race");
        String caller = "caller-" + i;
        callers.add(
            threads.submit(
                () -> {
                  for (long sequence = 1; sequence <= 50; sequence++) {
                    counter.count(caller, sequence);
                  }
                  return null;
                }));
      }
      for (Future<?> caller : callers) {
        caller.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    Counter judge = counter(one, contract, "race");
    assertThat(judge.count("judge", 1)).isEqualTo(401);
    assertThat(judge.tally().disorders()).isZero();
    assertThat(new Database(url).streamsWithGaps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(classes = {ComputingCounter.class, BlockingCounter.class})
  void noEventIsStoredTwice(Class<? extends Counter> contract) throws Exception {
    Grains here = one.member(0);
    here.get(contract, "events").count("here", 1);
    other.member(0).get(contract, "events").count("there", 1);
    here.get(contract, "events").count("here", 2);

    assertThat(
            new Database(url)
                .number(
                    "select count(*) from grain_event where key = 'events' and type = '"
                        + contract.getAnnotation(Grain.class).value()
                        + "'"))
        .isEqualTo(3);
  }
}
