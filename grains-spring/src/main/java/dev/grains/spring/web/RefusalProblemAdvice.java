package dev.grains.spring.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals of method security into problems where no filter of Spring Security does. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class RefusalProblemAdvice {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException refusal) {
    return problem(HttpStatus.FORBIDDEN, "This is not allowed.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(AuthenticationException refusal) {
    return problem(HttpStatus.UNAUTHORIZED, "Who asks is not known.");
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
