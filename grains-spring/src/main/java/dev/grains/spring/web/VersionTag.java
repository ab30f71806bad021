package dev.grains.spring.web;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.http.ETag;

/** The version of a grain as an entity tag. */
final class VersionTag {

  private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");

  private VersionTag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Reads a tag that {@link #of} has made, if it is one. */
  static OptionalLong version(ETag tag) {
    return !tag.weak() && VERSION.matcher(tag.tag()).matches()
        ? OptionalLong.of(Long.parseLong(tag.tag()))
        : OptionalLong.empty();
  }

  /** Whether one of the tags of an {@code If-None-Match} header is that of a version. */
  static boolean matches(List<String> headers, long version) {
    return headers.stream()
        .flatMap(header -> ETag.parse(header).stream())
        .anyMatch(tag -> tag.isWildcard() || tag.tag().equals(Long.toString(version)));
  }
}
