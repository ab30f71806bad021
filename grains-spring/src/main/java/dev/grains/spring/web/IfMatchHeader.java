package dev.grains.spring.web;

import dev.grains.CallOptions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

/** The header {@code If-Match} of RFC 9110: tags compare strongly, and one that fits is enough. */
final class IfMatchHeader {

  private IfMatchHeader() {}

  static CallOptions.Chain apply(String[] values, CallOptions.Chain options) {
    List<ETag> tags = Arrays.stream(values).flatMap(value -> ETag.parse(value).stream()).toList();
    if (tags.isEmpty()) {
      throw refused(HttpStatus.BAD_REQUEST, "must have an entity tag in double quotes, or *.");
    }
    if (tags.stream().anyMatch(ETag::isWildcard)) {
      return options; // a grain always exists
    }
    long[] versions =
        tags.stream()
            .map(VersionTag::version)
            .flatMapToLong(OptionalLong::stream)
            .distinct()
            .toArray();
    return switch (versions.length) {
      case 0 -> throw refused(HttpStatus.PRECONDITION_FAILED, "has no tag of this resource.");
      case 1 -> options.ifVersion(versions[0]);
      default -> throw refused(HttpStatus.BAD_REQUEST, "may have one version only.");
    };
  }

  private static RequestHeaderException refused(HttpStatus status, String what) {
    return new RequestHeaderException(status, "If-Match " + what);
  }
}
