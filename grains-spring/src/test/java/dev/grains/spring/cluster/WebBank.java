package dev.grains.spring.cluster;

import dev.grains.Grains;
import dev.grains.spring.GrainScan;
import dev.grains.spring.TestMember;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A bank with a web server, a database and other members. */
@EnableAutoConfiguration
@GrainScan(basePackageClasses = Bank.class)
@Import({Bank.class, WebBank.Counter.class})
class WebBank {

  static ConfigurableApplicationContext start(String databaseUrl, String... arguments) {
    return start(databaseUrl, List.of(), arguments);
  }

  static ConfigurableApplicationContext start(
      String databaseUrl, List<ConfigurableApplicationContext> others, String... arguments) {
    return TestMember.builder("web-bank", others, WebBank.class)
        .properties(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.datasource.url=" + databaseUrl,
            "spring.datasource.hikari.maximum-pool-size=8",
            "management.endpoint.health.probes.enabled=true")
        .run(arguments);
  }

  @RestController
  static class Counter {

    private final Grains grains;

    Counter(Grains grains) {
      this.grains = grains;
    }

    @PostMapping("/accounts/{key}")
    long deposit(@PathVariable String key, @RequestParam long cents) {
      return grains.get(Account.class, key).deposit(cents);
    }

    @GetMapping("/accounts/{key}")
    long balance(@PathVariable String key) {
      return grains.get(Account.class, key).balance();
    }
  }
}
