package dev.grains.spring.web;

import dev.grains.CallOptions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/**
 * Makes {@link CallOptions} of the request headers {@code Idempotency-Key} and {@code If-Match},
 * for controller methods that take them.
 */
final class CallOptionsArgumentResolver implements HandlerMethodArgumentResolver {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return CallOptions.class.isAssignableFrom(parameter.getParameterType());
  }

  @Override
  public CallOptions resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    CallOptions.Chain options = CallOptions.defaults();
    String key = request.getHeader(IDEMPOTENCY_KEY);
    if (key != null) {
      options = options.idempotencyKey(idempotencyKey(key));
    }
    String[] tags = request.getHeaderValues(HttpHeaders.IF_MATCH);
    return tags == null ? options : ifMatch(options, tags);
  }

  private static String idempotencyKey(String header) {
    String key = header.strip();
    if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1); // a string of RFC 9651, or the bare key
    }
    if (key.isEmpty() || key.length() > CallOptions.MAX_IDEMPOTENCY_KEY_LENGTH) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          IDEMPOTENCY_KEY
              + " must have 1 to "
              + CallOptions.MAX_IDEMPOTENCY_KEY_LENGTH
              + " characters.");
    }
    return key;
  }

  private static CallOptions ifMatch(CallOptions.Chain options, String[] headers) {
    List<ETag> tags =
        Arrays.stream(headers).flatMap(header -> ETag.parse(header).stream()).toList();
    if (tags.size() != 1) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "If-Match must have one entity tag, or *.");
    }
    if (tags.get(0).isWildcard()) {
      return options; // a grain always exists
    }
    return options.ifVersion(
        VersionTag.version(tags.get(0))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.PRECONDITION_FAILED,
                        "If-Match is no entity tag of this resource.")));
  }
}
