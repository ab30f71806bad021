package dev.grains.spring.web;

import dev.grains.CallOptions;
import dev.grains.Grains;
import java.util.concurrent.CompletionStage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ledgers over HTTP. */
@RestController
class LedgerController {

  private final Grains grains;

  LedgerController(Grains grains) {
    this.grains = grains;
  }

  @PostMapping("/ledgers/{key}/entries")
  LedgerView book(@PathVariable String key, @RequestParam long cents, CallOptions options) {
    return grains.get(Ledger.class, key, options).book(cents);
  }

  @GetMapping("/ledgers/{key}")
  LedgerView read(@PathVariable String key) {
    return grains.get(Ledger.class, key).read();
  }

  @GetMapping("/ledgers/{key}/entity")
  ResponseEntity<LedgerView> entity(@PathVariable String key) {
    return ResponseEntity.ok(grains.get(Ledger.class, key).read());
  }

  @PostMapping("/ledgers/{key}/later")
  CompletionStage<LedgerView> later(
      @PathVariable String key, @RequestParam long cents, CallOptions options) {
    return grains.get(Ledger.class, key, options).bookLater(cents);
  }

  @PostMapping("/ledgers/{key}/failure")
  void fail(@PathVariable String key, @RequestParam String kind) {
    grains.get(Ledger.class, key).fail(kind);
  }
}
