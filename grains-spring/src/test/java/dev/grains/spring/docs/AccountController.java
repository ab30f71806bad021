package dev.grains.spring.docs;

import dev.grains.CallOptions;
import dev.grains.Grains;
import dev.grains.spring.account.Account;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

// tag::controller[]
@RestController
class AccountController {

  private final Grains grains;

  AccountController(Grains grains) {
    this.grains = grains;
  }

  @PostMapping("/accounts/{id}/deposits") // options: Idempotency-Key and If-Match
  long deposit(@PathVariable String id, @RequestParam long cents, CallOptions options) {
    return grains.get(Account.class, id, options).deposit(cents);
  }
}
// end::controller[]
