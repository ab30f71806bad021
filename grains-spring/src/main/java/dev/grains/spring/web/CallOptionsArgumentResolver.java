package dev.grains.spring.web;

import dev.grains.CallOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Makes {@link CallOptions} of the request headers {@code Idempotency-Key} and {@code If-Match},
 * for controller methods that take them.
 */
final class CallOptionsArgumentResolver implements HandlerMethodArgumentResolver {

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
    String[] keys = request.getHeaderValues(IdempotencyKeyHeader.NAME);
    if (keys != null) {
      options = options.idempotencyKey(IdempotencyKeyHeader.parse(keys));
    }
    String[] tags = request.getHeaderValues(HttpHeaders.IF_MATCH);
    return tags == null ? options : IfMatchHeader.apply(tags, options);
  }
}
