package dev.grains.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceFileTests {

  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 40;

  private static final Set<String> PUBLISHED =
      Set.of("grains-core", "grains-jdbc", "grains-spring", "grains-test");

  private static final Predicate<String> USES_SYSTEM =
      mentions("System\\.(out|err|currentTimeMillis)|Instant\\.now\\(\\)|Clock\\.system");

  @Test
  void filesCanBeReadInOneSitting() {
    assertThat(filesWhere(text -> text.lines().count() > LONGEST_FILE))
        .as("files of more than %s lines: split them by concept", LONGEST_FILE)
        .isEmpty();
  }

  @Test
  void methodsFitOnAScreen() {
    assertThat(LongMethods.in(SourceFiles.inMain(), LONGEST_METHOD))
        .as("methods of more than %s lines; 30 are long already", LONGEST_METHOD)
        .isEmpty();
    assertThat(LongMethods.in(SourceFiles.inMain(), 10)).isNotEmpty();
  }

  @Test
  void everyPackageIsExplainedAndSaysThatNothingIsNullUnlessMarked() {
    assertThat(
            SourceFiles.inMain().stream()
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .filter(file -> !isExplained(file))
                .map(SourceFiles.ROOT::relativize))
        .as("packages without package-info.java, a sentence in it, or @NullMarked")
        .isEmpty();
  }

  @Test
  void publishedCodeNeitherPrintsNorAsksTheSystemForTheTime() {
    assertThat(
            SourceFiles.inMain().stream()
                .filter(file -> PUBLISHED.contains(SourceFiles.moduleOf(file)))
                .filter(file -> USES_SYSTEM.test(SourceFiles.read(file)))
                .map(SourceFiles.ROOT::relativize))
        .as("log through SLF4J, and take the time from an InstantSource")
        .isEmpty();
  }

  @Test
  void noTestIsDisabledRepeatedOrAsleep() {
    assertThat(filesWhere(mentions("@([D]isabled|[R]epeatedTest)")))
        .as("a test that is disabled or repeated hides a bug")
        .isEmpty();
    assertThat(filesWhere(mentions("\\b(Thread|TimeUnit\\.\\w+)\\.[s]leep\\(")))
        .as("wait for a condition with Awaitility or set the clock")
        .isEmpty();
  }

  @Test
  void openEndsNameTheirIssue() {
    assertThat(filesWhere(mentions("\\b([T]ODO|[F]IXME)(?! #\\d)")))
        .as("open ends without the number of an issue")
        .isEmpty();
  }

  @Test
  void nobodySignsFiles() {
    assertThat(filesWhere(mentions("\\* @[a]uthor"))).as("the history knows who").isEmpty();
  }

  private static boolean isExplained(Path packageInfo) {
    return Files.exists(packageInfo)
        && mentions("(?s)/\\*\\*.*\\..*@NullMarked\\s+package ")
            .test(SourceFiles.read(packageInfo));
  }

  // letters in brackets keep this file from finding itself
  private static Predicate<String> mentions(String regex) {
    return Pattern.compile(regex).asPredicate();
  }

  private static List<Path> filesWhere(Predicate<String> condition) {
    return SourceFiles.ALL.stream()
        .filter(file -> condition.test(SourceFiles.read(file)))
        .map(SourceFiles.ROOT::relativize)
        .toList();
  }
}
