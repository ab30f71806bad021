package dev.grains.docs;

/**
 * A fenced block of code in a document.
 *
 * @param place the document and the line
 * @param text the code
 * @param file the source that the comment before the block names, empty if there is none
 * @param region the region of that source
 */
record CodeBlock(String place, String text, String file, String region) {

  boolean namesItsSource() {
    return !file.isEmpty();
  }
}
