package dev.grains.spring.web;

import dev.grains.CallTimeoutException;
import dev.grains.GrainException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.VersionConflictException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Turns failures of calls into problems of RFC 9457, after the exception handlers of the
 * application. The details say what the client may do, and neither keys nor addresses.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class GrainProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(GrainProblemAdvice.class);

  private final String retryAfter;

  GrainProblemAdvice(Duration retryAfter) {
    this.retryAfter = String.valueOf(retryAfter.plusMillis(999).toSeconds());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(VersionConflictException failure, WebRequest request) {
    return request.getHeader(HttpHeaders.IF_MATCH) == null
        ? problem(
            HttpStatus.CONFLICT, "It was changed meanwhile. Read it again, then decide again.")
        : problem(
            HttpStatus.PRECONDITION_FAILED,
            "It is not at the version of If-Match any more. Read it again, then decide again.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overloaded(GrainOverloadedException failure) {
    return later(
        HttpStatus.TOO_MANY_REQUESTS, "Nothing was done: too many requests wait for it already.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(GrainUnavailableException failure) {
    return later(
        HttpStatus.SERVICE_UNAVAILABLE, "Nothing was done: it cannot be reached at the moment.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> timeout(CallTimeoutException failure) {
    return problem(
        HttpStatus.GATEWAY_TIMEOUT,
        "No answer came in time. Whether the request was done is not known: send it again with the"
            + " same Idempotency-Key, or read it first.");
  }

  /** What is left is for the program to put right: the log has it, the client cannot help. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> defect(GrainException failure) {
    log.error("a call of a grain failed", failure);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "It does not work at the moment.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> header(RequestHeaderException refused) {
    return ResponseEntity.status(refused.getStatusCode()).body(refused.getBody());
  }

  private ResponseEntity<ProblemDetail> later(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.RETRY_AFTER, retryAfter)
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
