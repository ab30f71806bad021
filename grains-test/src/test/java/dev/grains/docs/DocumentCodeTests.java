package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Java in a document is a region of a source that is compiled and tested here. */
class DocumentCodeTests {

  @TestFactory
  Stream<DynamicTest> everyJavaBlockIsTestedCode() {
    return javaBlocks().stream().map(block -> dynamicTest(block.place(), () -> check(block)));
  }

  @Test
  void readmeShowsCode() {
    assertThat(javaBlocks()).anyMatch(block -> block.place().startsWith("README.md:"));
  }

  private static List<CodeBlock> javaBlocks() {
    return Repository.documents().stream()
        .flatMap(document -> document.blocks("java").stream())
        .toList();
  }

  private static void check(CodeBlock block) {
    assertThat(block.namesItsSource())
        .as("%s: write <!-- region: FILE#NAME --> on the line before the block", block.place())
        .isTrue();
    assertThat(block.text())
        .as("%s is not the text of %s#%s", block.place(), block.file(), block.region())
        .isEqualTo(SourceRegion.read(Repository.ROOT.resolve(block.file()), block.region()));
  }
}
