package dev.grains.spring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Sets the {@code ETag} of {@link Versioned} bodies, and leaves out those the client has. */
@ControllerAdvice
final class VersionTagAdvice implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType selectedContentType,
      Class<? extends HttpMessageConverter<?>> selectedConverterType,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof Versioned versioned)
        || response.getHeaders().containsHeader(HttpHeaders.ETAG)) {
      return body;
    }
    response.getHeaders().setETag(VersionTag.of(versioned.version()));
    if (isRead(request) && known(request, versioned.version())) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return null;
    }
    return body;
  }

  private static boolean isRead(ServerHttpRequest request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  private static boolean known(ServerHttpRequest request, long version) {
    List<String> tags = request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH);
    return VersionTag.matches(tags, version);
  }
}
