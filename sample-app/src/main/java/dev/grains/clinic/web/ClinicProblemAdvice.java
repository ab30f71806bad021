package dev.grains.clinic.web;

import dev.grains.clinic.domain.ImplausibleValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals of the domain into problems of RFC 9457; those of grains are in the starter. */
@RestControllerAdvice
final class ClinicProblemAdvice {

  @ExceptionHandler
  ProblemDetail implausible(ImplausibleValue refusal) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal);
  }

  @ExceptionHandler
  ProblemDetail malformed(IllegalArgumentException refusal) {
    return problem(HttpStatus.BAD_REQUEST, refusal);
  }

  private static ProblemDetail problem(HttpStatus status, Exception refusal) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(refusal.getMessage()));
  }
}
