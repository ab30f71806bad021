package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTests {

  @Test
  void everyLinkInsideTheRepositoryLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (MarkdownFile document : Repository.documents()) {
      for (MarkdownFile.Link link : document.links()) {
        if (!leadsSomewhere(document, link.target())) {
          broken.add(document.path() + ":" + link.line() + " -> " + link.target());
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(MarkdownFile document, String target) {
    String[] parts = target.split("#", 2);
    Path path =
        parts[0].isEmpty() ? document.path() : document.path().resolveSibling(parts[0]).normalize();
    if (parts.length == 1) {
      return Files.exists(Repository.ROOT.resolve(path));
    }
    return Files.isRegularFile(Repository.ROOT.resolve(path))
        && new MarkdownFile(Repository.ROOT, path).anchors().contains(parts[1]);
  }
}
