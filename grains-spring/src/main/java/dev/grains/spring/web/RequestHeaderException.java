package dev.grains.spring.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request header that cannot become a call option. Nothing was called. */
final class RequestHeaderException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  RequestHeaderException(HttpStatus status, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
